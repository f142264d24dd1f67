-- Which buildings, canopies and walls does a tile show? At the smallest scale only the large ones, simplified.
-- $1 region, $2 $3 $4 zoom, column and row of the tile, $5 EPSG code of the region's plane, $6 metres in a screen pixel.
-- $7 moment, null = now. Indexes: occluder_live_geom, occluder_past_geom.
with thing as (
  select use, geom
  from occluder
  where region = $1::text and holds(valid_from, valid_to, $7::timestamptz)
    and geom && ST_Transform(ST_TileEnvelope($2::int, $3::int, $4::int, margin => 0.02), $5::int)
    and ($2::int >= 14 or ST_Area(geom) > 6 * $6::float8 * $6::float8)
  limit 9000
), shape as (
  select use,
         ST_AsMVTGeom(ST_Transform(case when $2::int < 15 then ST_SimplifyPreserveTopology(geom, $6::float8 / 2) else geom end, 3857),
                      ST_TileEnvelope($2::int, $3::int, $4::int), 4096, 64) as geom
  from thing
)
select ST_AsMVT(shape, 'buildings', 4096, 'geom') from shape where geom is not null
