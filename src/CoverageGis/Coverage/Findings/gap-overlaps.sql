-- Which gaps that region $1 has or had lie under those drafted gaps that are new or changed? Of each number the last
-- version, live or closed; shared and whole area in m2. Gaps are what overlays left over: where rounding made one of them
-- cross itself, ground_within sets it right, where ST_Intersects would refuse it.
-- Indexes: primary key of gap_draft, gap_zone, gap_number_of.
select d.id, g.number, g.valid_to = 'infinity' as live, shared.m2 as shared_m2, g.area_m2
from gap_draft d
join gap g on g.region = d.region and g.site = d.site and g.zone = d.zone and g.geom && d.geom
cross join lateral (select ST_Area(ground_within(d.geom, g.geom)) as m2 offset 0) shared
where d.region = $1::text and not d.same and shared.m2 > 0
  and not exists (select from gap l where l.region = g.region and l.number = g.number and l.valid_from > g.valid_from)
  and not exists (select from gap_draft k where k.region = g.region and k.site = g.site and k.zone = g.zone and k.number = g.number and k.same);
