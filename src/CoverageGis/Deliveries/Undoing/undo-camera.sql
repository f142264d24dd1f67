-- The cameras of region $1 as they were before the delivery of $2: what it began ends at $3, and what it
-- ended begins again then. $4: what stays as it is, since it was changed later (kind, new line, key).
-- What depends on it is told by rows of change.
-- Indexes: camera_from, camera_to, camera_live_code.
with ended as (
  update camera t set valid_to = $3::timestamptz
  from camera d
  where d.region = $1::text and d.valid_from = $2::timestamptz and d.valid_to > $2::timestamptz
    and t.region = $1::text and t.code = d.code and t.valid_to = 'infinity'
    and 'camera' || chr(10) || d.code <> all($4::text[])
  returning t.code, t.position as geom
),
begun as (
  insert into camera (region, code, name, class, type, function, position, lon, lat, position_tolerance, north,
                     azimuth, azimuth_tolerance, hfov_min, hfov_max, vfov_min, vfov_max, tilt_min, tilt_max,
                     height_min, height_max, pixels_min, pixels_max, range_min, range_max, night_range_min,
                     night_range_max, status, mount, indoor, attributes, source, content, valid_from)
  select $1::text, o.code, o.name, o.class, o.type, o.function, o.position, o.lon, o.lat, o.position_tolerance,
         o.north, o.azimuth, o.azimuth_tolerance, o.hfov_min, o.hfov_max, o.vfov_min, o.vfov_max, o.tilt_min,
         o.tilt_max, o.height_min, o.height_max, o.pixels_min, o.pixels_max, o.range_min, o.range_max,
         o.night_range_min, o.night_range_max, o.status, o.mount, o.indoor, o.attributes, o.source, o.content,
         $3::timestamptz
  from camera o
  where o.region = $1::text and o.valid_to = $2::timestamptz and o.valid_from < $2::timestamptz
    and 'camera' || chr(10) || o.code <> all($4::text[])
    and (select count(*) from ended) >= 0
  returning code, position as geom
),
told as (
  insert into change (region, kind, code, before, after)
  select $1::text, 'camera', code, e.geom, b.geom from ended e full join begun b using (code)
  where (select count(*) from begun) + (select count(*) from ended) <= 20000
  union all
  select $1::text, 'all', null, null, null where (select count(*) from begun) + (select count(*) from ended) > 20000
)
select 'camera' as kind, count(*) filter (where b.code is not null)::integer as begun,
       count(*) filter (where b.code is not null and e.code is not null)::integer as changed,
       count(*) filter (where b.code is null)::integer as removed
from ended e full join begun b using (code);
