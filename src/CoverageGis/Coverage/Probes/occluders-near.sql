-- Which occluders of region $1 stand within the box ($2, $3) to ($4, $5)? Plane coordinates and heights in m.
-- Index: occluder_live_geom.
select o.id, o.geom, o.height_min, o.height_max, o.base, o.use not in ('wall', 'hedge', 'tree_row') as building, o.code, o.use
from occluder o
join region r on r.region = o.region
where o.region = $1::text and o.valid_to = 'infinity'
  and o.geom && ST_MakeEnvelope($2::float8, $3::float8, $4::float8, $5::float8, r.srid)
order by o.id;
