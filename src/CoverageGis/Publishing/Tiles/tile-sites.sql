-- Which site outlines does a tile show, and how does each site stand?
-- $1 region, $2 $3 $4 zoom, column and row of the tile, $5 EPSG code of the region's plane, $6 metres in a screen pixel.
-- $7 moment, null = now. Indexes: site_live_geom, site_past_geom.
with shape as (
  select code, category, state, ratio,
         ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope($2::int, $3::int, $4::int), 4096, 64) as geom
  from site_finding_at($1::text, $7::timestamptz)
  where geom && ST_Transform(ST_TileEnvelope($2::int, $3::int, $4::int, margin => 0.02), $5::int)
    and ST_Area(geom) > 40 * $6::float8 * $6::float8
  limit 3000
)
select ST_AsMVT(shape, 'sites', 4096, 'geom') from shape where geom is not null
