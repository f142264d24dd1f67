-- Which occluders of region $1 (plane $7) stand within the box ($2, $3) to ($4, $5), given in EPSG $6? Geometry in EPSG $6,
-- heights in m.
-- Index: occluder_live_geom.
select o.id, case when $6::integer = $7::integer then o.geom else ST_Transform(o.geom, $6::integer) end, o.height_min, o.height_max, o.base, o.use not in ('wall', 'hedge', 'tree_row') as building
from occluder o
where o.region = $1::text and o.valid_to = 'infinity'
  and o.geom && ST_Transform(ST_MakeEnvelope($2::double precision, $3::double precision,
                                             $4::double precision, $5::double precision, $6::integer), $7::integer);
