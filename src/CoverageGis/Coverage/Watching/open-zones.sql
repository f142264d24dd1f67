-- All zones of region $1 are to be compared anew.
-- Index: primary key of watched_area.
insert into stale_zone (region, site, zone)
select w.region, w.site, w.zone from watched_area w where w.region = $1::text
on conflict do nothing;
