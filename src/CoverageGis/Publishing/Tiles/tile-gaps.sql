-- Which gaps does a tile show? The largest first, and none that would be smaller than a pixel.
-- $1 region, $2 $3 $4 zoom, column and row of the tile, $5 EPSG code of the region's plane, $6 metres in a screen pixel.
-- $7 moment, null = now. Indexes: gap_live_geom, gap_geom.
with thing as (
  select number, site, zone, certainty, cause, action, geom
  from gap
  where region = $1::text and holds(valid_from, valid_to, $7::timestamptz)
    and geom && ST_Transform(ST_TileEnvelope($2::int, $3::int, $4::int, margin => 0.02), $5::int)
    and area_m2 > 2 * $6::float8 * $6::float8
  order by area_m2 desc
  limit 4000
), shape as (
  select number::text as gap, site, zone, certainty, cause, action,
         ST_AsMVTGeom(ST_Transform(case when $2::int < 15 then ST_SimplifyPreserveTopology(geom, $6::float8 / 2) else geom end, 3857),
                      ST_TileEnvelope($2::int, $3::int, $4::int), 4096, 64) as geom
  from thing
)
select ST_AsMVT(shape, 'gaps', 4096, 'geom') from shape where geom is not null
