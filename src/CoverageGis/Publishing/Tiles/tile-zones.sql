-- Which watched ground does a tile show?
-- $1 region, $2 $3 $4 zoom, column and row of the tile, $5 EPSG code of the region's plane, $6 metres in a screen pixel.
-- $7 moment, null = now. Indexes: watched_area_geom, past_watched_area_geom.
with shape as (
  select site, zone,
         ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope($2::int, $3::int, $4::int), 4096, 64) as geom
  from watched_area_at($1::text, $7::timestamptz)
  where geom && ST_Transform(ST_TileEnvelope($2::int, $3::int, $4::int, margin => 0.02), $5::int)
    and area_m2 > 9 * $6::float8 * $6::float8
  limit 4000
)
select ST_AsMVT(shape, 'zones', 4096, 'geom') from shape where geom is not null
