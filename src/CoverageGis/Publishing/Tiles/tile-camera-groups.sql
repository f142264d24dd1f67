-- How many cameras stand in each cell of 64 pixels, and how many of them are out of order?
-- The tile takes in one and a half cells more on every side: a cell that it shows is then complete, and the same in every tile.
-- $1 region, $2 $3 $4 zoom, column and row of the tile, $5 EPSG code of the region's plane, $6 metres in a screen pixel.
-- $7 moment, null = now. Indexes: camera_live_position, camera_past_position.
with place as (
  select code, status, ST_X(position) as x, ST_Y(position) as y
  from camera
  where region = $1::text and holds(valid_from, valid_to, $7::timestamptz) and status <> 'removed'
    and position && ST_Transform(ST_TileEnvelope($2::int, $3::int, $4::int, margin => 0.1875), $5::int)
), cell as (
  select count(*) as cameras, case when count(*) = 1 then min(code) end as code,
         count(*) filter (where status = 'repair') as out_of_order,
         ST_AsMVTGeom(ST_Transform(ST_SetSRID(ST_MakePoint(avg(x), avg(y)), $5::int), 3857),
                      ST_TileEnvelope($2::int, $3::int, $4::int), 4096, 256) as geom
  from place
  group by floor(x / (64 * $6::float8)), floor(y / (64 * $6::float8))
)
select ST_AsMVT(cell, 'camera_groups', 4096, 'geom') from cell where geom is not null
