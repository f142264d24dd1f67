-- Which gaps that region $1 has or had lie under those drafted gaps that are new or changed? Of each number the last
-- version, live or closed; shared and whole area in m2.
-- Indexes: primary key of gap_draft, gap_zone, gap_number_of.
select d.id, g.number, g.valid_to = 'infinity' as live, ST_Area(ST_Intersection(d.geom, g.geom)) as shared_m2, g.area_m2
from gap_draft d
join gap g on g.region = d.region and g.site = d.site and g.zone = d.zone and g.geom && d.geom
where d.region = $1::text and not d.same and ST_Intersects(d.geom, g.geom)
  and not exists (select from gap l where l.region = g.region and l.number = g.number and l.valid_from > g.valid_from)
  and not exists (select from gap_draft k where k.region = g.region and k.site = g.site and k.zone = g.zone and k.number = g.number and k.same);
