-- Which ground do the working cameras of a tile see for a purpose? An estimate is left out where the certain view is as large.
-- $1 region, $2 $3 $4 zoom, column and row of the tile, $5 EPSG code of the region's plane, $6 metres in a screen pixel.
-- $7 moment, null = now; $8 purpose. Indexes: view_geom, view_camera, past_view_geom, past_view_camera.
with thing as (
  select v.code as camera, v.certainty, v.geom
  from view_at($1::text, $7::timestamptz) v
  where v.purpose = $8::text and v.working
    and v.geom && ST_Transform(ST_TileEnvelope($2::int, $3::int, $4::int, margin => 0.02), $5::int)
    and (v.certainty = 'certain' or not exists (
          select from view_at($1::text, $7::timestamptz) k
          where k.camera_region = v.camera_region and k.camera = v.camera and k.purpose = v.purpose and k.certainty = 'certain'
            and ST_Area(k.geom) >= 0.98 * ST_Area(v.geom)))
  order by v.certainty desc
  limit 3000
), shape as (
  select camera, certainty,
         ST_AsMVTGeom(ST_Transform(ST_Simplify(geom, $6::float8 / 4), 3857),
                      ST_TileEnvelope($2::int, $3::int, $4::int), 4096, 64) as geom
  from thing
)
select ST_AsMVT(shape, 'views', 4096, 'geom') from shape where geom is not null
