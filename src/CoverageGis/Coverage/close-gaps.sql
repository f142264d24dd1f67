-- Which live gaps of region $1 are no longer there as they were? They end at $2.
-- The same to a millimetre is the same: the order in which views are united shifts the last digits.
-- Indexes: gap_live_zone, gap_draft_zone.
update gap g set valid_to = $2::timestamptz
where g.region = $1::text and g.valid_to = 'infinity'
  and not exists (
    select from gap_draft d
    where d.region = g.region and d.site = g.site and d.zone = g.zone and d.certainty = g.certainty
      and abs(d.area_m2 - g.area_m2) < 0.001 and ST_HausdorffDistance(d.geom, g.geom) < 0.001
  );
