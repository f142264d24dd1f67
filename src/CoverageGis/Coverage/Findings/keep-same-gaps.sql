-- Which of the drafted gaps of region $1 are there already as they are?
-- The same to a millimetre is the same: the order in which views are taken away shifts the last digits.
-- Indexes: gap_draft_zone, gap_live_zone.
update gap_draft d set number = g.number, same = true
from gap g
where d.region = $1::text and g.region = $1::text and g.site = d.site and g.zone = d.zone and g.valid_to = 'infinity'
  and g.certainty = d.certainty and abs(d.area_m2 - g.area_m2) < 0.001 and ST_HausdorffDistance(d.geom, g.geom) < 0.001;
