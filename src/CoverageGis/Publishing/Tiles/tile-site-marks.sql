-- Where does a tile put the mark of each site, and what does the mark say?
-- $1 region, $2 $3 $4 zoom, column and row of the tile, $5 EPSG code of the region's plane, $6 metres in a screen pixel.
-- $7 moment, null = now. Indexes: site_live_geom, site_past_geom.
with shape as (
  select code, name, category, state, ratio, round(sqrt(ST_Area(geom)) / $6::float8)::int as width,
         ST_AsMVTGeom(ST_Transform(ST_PointOnSurface(geom), 3857), ST_TileEnvelope($2::int, $3::int, $4::int), 4096, 256) as geom
  from site_finding_at($1::text, $7::timestamptz)
  where geom && ST_Transform(ST_TileEnvelope($2::int, $3::int, $4::int, margin => 0.0625), $5::int)
  limit 4000
)
select ST_AsMVT(shape, 'site_marks', 4096, 'geom') from shape where geom is not null
