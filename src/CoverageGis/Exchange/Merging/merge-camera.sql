-- Which cameras does a delivery begin, change and end? North is the grid azimuth of true north, degrees.
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed; $5: EPSG code of the plane.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- $2 null: an edit, of which a record keeps its source. What depends on it is told by rows of change.
-- A shape or place that moved by less than 1 mm, as by the rounding of an export, is the same.
-- Index: camera_live_code.
with placed as not materialized (select s.*, ST_Transform(s.geom, $5::integer) as ground from stage_camera s),
compared as (
  select t.id, t.source, s.code, true as staged,
         coalesce(t.id is not null and (t.content = s.content or (
           to_jsonb(t) - array['region', 'id', 'position', 'lon', 'lat', 'north', 'source', 'content', 'valid_from', 'valid_to']
             = to_jsonb(s) - array['ref', 'geom', 'ground', 'content']
           and ST_Distance(t.position, s.ground) < 0.001)), false) as same
  from placed s
  left join camera t on t.region = $1::text and t.valid_to = 'infinity' and t.code = s.code
  union all
  select t.id, t.source, t.code, false, false
  from camera t
  where $4::boolean and t.region = $1::text and t.valid_to = 'infinity' and t.source = $2::text
    and not exists (select from stage_camera s where t.code = s.code)
),
ended as (
  update camera t set valid_to = $3::timestamptz
  from compared c
  where t.region = $1::text and t.id = c.id
    and ((c.staged and not c.same)
         or (not c.staged and not exists (select from stage_fault f where f.kind = 'camera' and f.key = c.code)))
  returning c.staged, c.code, t.position as geom
),
taken_over as (
  update camera t set source = $2::text
  from compared c
  where t.region = $1::text and t.id = c.id and c.same and c.source <> $2::text
  returning t.id, c.source
),
noted as (
  insert into takeover (region, kind, record, at, source) select $1::text, 'camera', id, $3::timestamptz, source from taken_over
),
begun as (
  insert into camera (region, code, name, class, type, function, position, lon, lat, position_tolerance, north, azimuth,
                      azimuth_tolerance, hfov_min, hfov_max, vfov_min, vfov_max, tilt_min, tilt_max, height_min,
                      height_max, pixels_min, pixels_max, range_min, range_max, night_range_min, night_range_max,
                      status, mount, indoor, attributes, source, content, valid_from)
  select $1::text, s.code, s.name, s.class, s.type, s.function, s.ground, ST_X(s.geom), ST_Y(s.geom),
         s.position_tolerance, degrees(ST_Azimuth(s.ground, ST_Transform(ST_Translate(s.geom, 0, case when ST_Y(s.geom) > 89 then -1e-4 else 1e-4 end), $5::integer))),
         s.azimuth, s.azimuth_tolerance, s.hfov_min, s.hfov_max, s.vfov_min, s.vfov_max, s.tilt_min, s.tilt_max,
         s.height_min, s.height_max, s.pixels_min, s.pixels_max, s.range_min, s.range_max, s.night_range_min,
         s.night_range_max, s.status, s.mount, s.indoor, s.attributes, coalesce($2::text, c.source, 'edit'), s.content, $3::timestamptz
  from placed s
  join compared c on c.code = s.code
  where not c.same and (select count(*) from ended) >= 0
  returning code, position as geom
),
told as (
  insert into change (region, kind, code, before, after)
  select $1::text, 'camera', code, e.geom, b.geom from ended e full join begun b using (code)
  where (select count(*) from begun) + (select count(*) from ended) <= 20000
  union all
  select $1::text, 'all', null, null, null where (select count(*) from begun) + (select count(*) from ended) > 20000
)
select (select count(*) from begun)::integer as begun, (select count(*) from ended where staged)::integer as changed,
       (select count(*) from ended where not staged)::integer as removed, (select count(*) from stage_camera)::integer as staged, (select count(*) from taken_over)::integer as taken_over;
