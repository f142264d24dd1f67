-- Which connected parts of the unseen ground of region $1 are gaps? Into gap_draft, for slice $3 of $2.
-- A gap does not vanish when eroded by $4 m (half a sliver). The part that is not even possibly seen is a certain gap,
-- the rest of it an unproven one; where that line cuts a gap into nothing but slivers, it is one unproven gap.
-- Of a zone that is judged by night as well, gaps are what is not seen by night, which is all that is not seen by day.
-- Index: primary key of unseen_draft.
insert into gap_draft (region, site, zone, geom, area_m2, certainty)
with unseen as (
  select w.region, w.site, w.zone, w.id as area,
         case when w.hours = 'always' then coalesce(u.dark_certainly, u.certainly) else u.certainly end as certainly,
         case when w.hours = 'always' and u.dark_certainly is not null then u.dark_possibly else u.even_possibly end as even_possibly
  from unseen_draft u
  join watched_area w on w.region = u.region and w.id = u.watched_area
  where u.region = $1::text and u.watched_area % $2::integer = $3::integer
),
part as materialized (
  select u.region, u.site, u.zone, u.area, row_number() over (partition by u.area) as number, d.geom, u.even_possibly,
         u.even_possibly is null as all_certain
  from unseen u
  cross join lateral ST_Dump(valid_ground(u.certainly)) d
  where not ST_IsEmpty(d.geom) and survives_erosion(d.geom, $4::double precision)
),
piece as materialized (
  select p.area, p.number, d.geom, d.certainty
  from part p
  cross join lateral (
    select (ST_Dump(valid_ground(ground_within(p.geom, p.even_possibly)))).geom, 'certain' as certainty
    union all
    select (ST_Dump(valid_ground(ground_without(p.geom, array[p.even_possibly])))).geom, 'unproven'
  ) d
  where not p.all_certain and survives_erosion(d.geom, $4::double precision)
)
select p.region, p.site, p.zone, g.geom, ST_Area(g.geom), g.certainty
from part p
cross join lateral (
  select p.geom, 'certain' as certainty where p.all_certain
  union all
  select c.geom, c.certainty from piece c where c.area = p.area and c.number = p.number
  union all
  select p.geom, 'unproven' where not p.all_certain
    and not exists (select from piece c where c.area = p.area and c.number = p.number)
) g;
