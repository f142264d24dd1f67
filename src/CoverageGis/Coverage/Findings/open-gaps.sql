-- Which gaps of region $1 are new or changed? They hold from $2; what is wholly new gets the next number.
-- Index: primary key of gap_draft.
insert into gap (region, site, zone, geom, area_m2, certainty, number, origin, valid_from)
select d.region, d.site, d.zone, d.geom, d.area_m2, d.certainty, coalesce(d.number, nextval('gap_number')), d.origin,
       $2::timestamptz
from (select * from gap_draft d where d.region = $1::text and not d.same order by d.site, d.zone, d.area_m2 desc) d;
