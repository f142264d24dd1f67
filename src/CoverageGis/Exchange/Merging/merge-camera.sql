-- Which cameras does a delivery begin, change and end? North is the grid azimuth of true north, degrees.
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed; $5: EPSG code of the plane.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- Index: camera_live_code.
with ended as (
  update camera t set valid_to = $3::timestamptz
  where t.region = $1::text and t.valid_to = 'infinity'
    and (exists (select from stage_camera s where s.code = t.code and s.content <> t.content)
         or ($4::boolean and t.source = $2::text and not exists (select from stage_camera s where s.code = t.code)))
  returning t.code
),
taken_over as (
  update camera t set source = $2::text
  from stage_camera s
  where t.region = $1::text and t.valid_to = 'infinity' and s.code = t.code and s.content = t.content
    and t.source <> $2::text
  returning 1
),
begun as (
  insert into camera (region, code, name, class, type, function, position, lon, lat, position_tolerance, north,
                      azimuth, azimuth_tolerance, hfov_min, hfov_max, vfov_min, vfov_max, tilt_min, tilt_max,
                      height_min, height_max, pixels_min, pixels_max, range_min, range_max,
                      night_range_min, night_range_max, status, mount, indoor, attributes, source, content, valid_from)
  select $1::text, s.code, s.name, s.class, s.type, s.function, ST_Transform(s.geom, $5::integer), ST_X(s.geom), ST_Y(s.geom),
         s.position_tolerance, degrees(ST_Azimuth(ST_Transform(s.geom, $5::integer),
           ST_Transform(ST_Translate(s.geom, 0, case when ST_Y(s.geom) > 89 then -1e-4 else 1e-4 end), $5::integer))),
         s.azimuth, s.azimuth_tolerance, s.hfov_min, s.hfov_max, s.vfov_min, s.vfov_max, s.tilt_min, s.tilt_max,
         s.height_min, s.height_max, s.pixels_min, s.pixels_max, s.range_min, s.range_max,
         s.night_range_min, s.night_range_max, s.status, s.mount, s.indoor, s.attributes, $2::text, s.content, $3::timestamptz
  from stage_camera s
  where (select count(*) from ended) >= 0
    and not exists (
      select from camera t where t.region = $1::text and t.valid_to = 'infinity' and s.code = t.code and s.content = t.content
    )
  returning code
)
select (select count(*) from begun)::integer as begun,
       (select count(*) from ended t where exists (select from stage_camera s where s.code = t.code))::integer as changed,
       (select count(*) from ended t where not exists (select from stage_camera s where s.code = t.code))::integer as removed,
       (select count(*) from stage_camera)::integer as staged;
