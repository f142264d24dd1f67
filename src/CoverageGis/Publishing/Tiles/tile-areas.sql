-- Which protected and exempt areas does a tile show?
-- $1 region, $2 $3 $4 zoom, column and row of the tile, $5 EPSG code of the region's plane, $6 metres in a screen pixel.
-- $7 moment, null = now. Indexes: excluded_area_live_geom, excluded_area_past_geom.
with shape as (
  select code, kind, name, reason,
         ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope($2::int, $3::int, $4::int), 4096, 64) as geom
  from excluded_area
  where region = $1::text and holds(valid_from, valid_to, $7::timestamptz)
    and (until is null or until >= coalesce($7::timestamptz::date, current_date))
    and geom && ST_Transform(ST_TileEnvelope($2::int, $3::int, $4::int, margin => 0.02), $5::int)
    and ST_Area(geom) > 4 * $6::float8 * $6::float8
)
select ST_AsMVT(shape, 'areas', 4096, 'geom') from shape where geom is not null
