-- What of protected areas do views reach in a tile? The largest first, and none that would be smaller than a pixel.
-- $1 region, $2 $3 $4 zoom, column and row of the tile, $5 EPSG code of the region's plane, $6 metres in a screen pixel, $7 moment, null = now.
-- Index: overreach_geom.
with shape as (
  select camera, camera_region, area, certainty, area_m2,
         ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope($2::int, $3::int, $4::int), 4096, 64) as geom
  from overreach
  where region = $1::text and holds(valid_from, valid_to, $7::timestamptz)
    and geom && ST_Transform(ST_TileEnvelope($2::int, $3::int, $4::int, margin => 0.02), $5::int)
    and area_m2 > $6::float8 * $6::float8
  order by area_m2 desc
  limit 2000
)
select ST_AsMVT(shape, 'overreach', 4096, 'geom') from shape where geom is not null
