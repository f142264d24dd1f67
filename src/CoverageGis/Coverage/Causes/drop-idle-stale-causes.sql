-- Which zones of region $1 wait for the causes of their gaps and have no gap, or are no longer watched? They wait no longer.
-- Indexes: primary key of stale_cause, gap_live_zone, watched_area_zone.
delete from stale_cause s
where s.region = $1::text
  and (not exists (select from gap g where g.region = s.region and g.site = s.site and g.zone = s.zone and g.valid_to = 'infinity')
       or not exists (select from watched_area w where w.region = s.region and w.site = s.site and w.zone = s.zone));
