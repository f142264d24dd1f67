-- How many sites stand in each cell of 56 pixels, and how do they stand? A cell with one site shows that site.
-- The tile takes in one and a half cells more on every side: a cell that it shows is then complete, and the same in every tile.
-- $1 region, $2 $3 $4 zoom, column and row of the tile, $5 EPSG code of the region's plane, $6 metres in a screen pixel.
-- $7 moment, null = now. Indexes: site_live_geom, site_past_geom.
with place as (
  select code, name, category, state, ratio, ST_X(centre) as x, ST_Y(centre) as y
  from site_finding_at($1::text, $7::timestamptz) cross join lateral ST_Centroid(geom) as centre
  where geom && ST_Transform(ST_TileEnvelope($2::int, $3::int, $4::int, margin => 0.1641), $5::int)
), cell as (
  select count(*) as sites, min(code) as code, min(name) as name, min(category) as category, min(state) as state, avg(ratio) as ratio,
         count(*) filter (where state = 'compliant') as compliant,
         count(*) filter (where state = 'unproven') as unproven,
         count(*) filter (where state = 'not_compliant') as not_compliant,
         ST_AsMVTGeom(ST_Transform(ST_SetSRID(ST_MakePoint(avg(x), avg(y)), $5::int), 3857),
                      ST_TileEnvelope($2::int, $3::int, $4::int), 4096, 256) as geom
  from place
  group by floor(x / (56 * $6::float8)), floor(y / (56 * $6::float8))
)
select ST_AsMVT(cell, 'site_marks', 4096, 'geom') from cell where geom is not null
