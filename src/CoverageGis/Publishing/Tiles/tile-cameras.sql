-- Which cameras does a tile show, where do they point, and do they work?
-- $1 region, $2 $3 $4 zoom, column and row of the tile, $5 EPSG code of the region's plane, $6 metres in a screen pixel.
-- $7 moment, null = now. Indexes: camera_live_position, camera_past_position.
with shape as (
  select c.code, c.class, c.type, c.status,
         coalesce(s.blind, case when c.azimuth is null and c.type <> 'fisheye' then 'unknown_azimuth' end) as blind,
         coalesce(s.estimated, as_recorded(c.hfov_min, c.hfov_max) is null or c.tilt_min is null or c.height_min is null or c.pixels_min is null) as estimated,
         array_to_string(array(select round(a)::int from unnest(c.azimuth) as a), ',') as azimuth,
         ST_AsMVTGeom(ST_Transform(c.position, 3857), ST_TileEnvelope($2::int, $3::int, $4::int), 4096, 256) as geom
  from camera c
  left join camera_sight s on s.region = c.region and s.camera = c.id
  where c.region = $1::text and holds(c.valid_from, c.valid_to, $7::timestamptz) and c.status <> 'removed'
    and c.position && ST_Transform(ST_TileEnvelope($2::int, $3::int, $4::int, margin => 0.0625), $5::int)
  limit least(6000, (100000 / $6::float8)::int)
)
select ST_AsMVT(shape, 'cameras', 4096, 'geom') from shape where geom is not null
