-- Which gaps of region $1 are new? They hold from $2.
-- Indexes: gap_live_zone, gap_draft_zone.
insert into gap (region, site, zone, geom, area_m2, width_m, certainty, valid_from)
select d.region, d.site, d.zone, d.geom, d.area_m2, d.width_m, d.certainty, $2::timestamptz
from gap_draft d
where d.region = $1::text
  and not exists (
    select from gap g
    where g.region = d.region and g.site = d.site and g.zone = d.zone and g.certainty = d.certainty
      and g.valid_to = 'infinity'
      and abs(d.area_m2 - g.area_m2) < 0.001 and ST_HausdorffDistance(d.geom, g.geom) < 0.001
  );
