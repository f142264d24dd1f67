-- Which live gaps in open zones of region $1 are no longer there as they were? They end at $2.
-- Indexes: primary key of stale_zone, gap_live_zone, gap_draft_zone.
update gap g set valid_to = $2::timestamptz
from stale_zone s
where s.region = $1::text and g.region = $1::text and g.site = s.site and g.zone = s.zone and g.valid_to = 'infinity'
  and not exists (
    select from gap_draft d where d.region = g.region and d.site = g.site and d.zone = g.zone and d.number = g.number and d.same
  );
