-- Which connected parts of the unseen ground of region $1 are gaps? Into gap_draft, for slice $3 of $2.
-- A gap does not vanish when eroded by $4 m (half a sliver). The part that is not even possibly seen is a certain gap,
-- the rest of it an unproven one; where that line cuts a gap into nothing but slivers, it is one unproven gap.
-- Index: primary key of unseen_draft.
insert into gap_draft (region, site, zone, geom, area_m2, width_m, certainty)
with part as materialized (
  select w.region, w.site, w.zone, w.id as area, d.path[1] as number, d.geom, u.even_possibly,
         u.certainly = u.even_possibly as all_certain
  from unseen_draft u
  join watched_area_draft w on w.region = u.region and w.id = u.watched_area
  cross join lateral (
    select case when cardinality(p.path) = 0 then array[1] else p.path end as path, p.geom
    from ST_Dump(u.certainly) p
  ) d
  where u.region = $1::text and u.watched_area % $2::integer = $3::integer and not ST_IsEmpty(d.geom)
    and not ST_IsEmpty(ST_Buffer(d.geom, -$4::double precision))
),
piece as materialized (
  select p.area, p.number, d.geom, d.certainty
  from part p
  cross join lateral (
    select (ST_Dump(ST_CollectionExtract(ST_Intersection(p.geom, p.even_possibly), 3))).geom, 'certain' as certainty
    union all
    select (ST_Dump(ST_CollectionExtract(ST_Difference(p.geom, p.even_possibly), 3))).geom, 'unproven'
  ) d
  where not p.all_certain and not ST_IsEmpty(ST_Buffer(d.geom, -$4::double precision))
)
select p.region, p.site, p.zone, g.geom, ST_Area(g.geom), inscribed_width(g.geom), g.certainty
from part p
cross join lateral (
  select p.geom, 'certain' as certainty where p.all_certain
  union all
  select c.geom, c.certainty from piece c where c.area = p.area and c.number = p.number
  union all
  select p.geom, 'unproven' where not p.all_certain
    and not exists (select from piece c where c.area = p.area and c.number = p.number)
) g;
