-- What does each camera of the city see for purpose $1? As one good statement of PostGIS would say it: the sector, less
-- the union of the shadows. The shadow of a building is the convex hull of it and of its projection from the lens:
-- endless where it is as high as the lens, else as far as the sight line over its top meets the ground.
-- Index: occluder_live_geom.
insert into peer_view (camera, geom)
with eye as (
  select c.id, c.position, c.height_min as height, radians(c.azimuth[1] + c.north) as azimuth, radians(c.hfov_min) as hfov,
         least(c.range_min, sqrt((c.pixels_min / (2 * p.min_ppm * tan(radians(c.hfov_min / 2)))) ^ 2 - c.height_min ^ 2)) as reach
  from camera c
  join purpose p on p.region = c.region and p.name = $1::text and p.valid_to = 'infinity'
  where c.region = 'city' and c.valid_to = 'infinity'
),
cone as materialized (
  select e.id, e.position, e.height, ST_SetSRID(ST_MakePolygon(ST_MakeLine(arc.line)), ST_SRID(e.position)) as geom
  from eye e
  cross join lateral (
    -- chords no more than 2 cm from the arc
    select ST_MakePoint(ST_X(e.position), ST_Y(e.position)) || array_agg(ST_MakePoint(
             ST_X(e.position) + e.reach * sin(e.azimuth + e.hfov * (i / n - 0.5)),
             ST_Y(e.position) + e.reach * cos(e.azimuth + e.hfov * (i / n - 0.5))) order by i)
           || ST_MakePoint(ST_X(e.position), ST_Y(e.position)) as line
    from ceil(e.hfov / (2 * acos(1 - 0.02 / e.reach))) n, generate_series(0, n::integer) i
  ) arc
)
select c.id, coalesce(ST_Difference(c.geom, shadow.geom), c.geom)
from cone c
cross join lateral (
  select ST_Union(ST_ConvexHull(ST_Collect(o.geom, ST_Scale(o.geom, ST_MakePoint(far.away, far.away), c.position)))) as geom
  from occluder o
  cross join lateral (
    select case when o.height_max >= c.height then 1000 else c.height / (c.height - o.height_max) end as away
  ) far
  where o.region = 'city' and o.valid_to = 'infinity' and ST_Intersects(o.geom, c.geom)
) shadow;
