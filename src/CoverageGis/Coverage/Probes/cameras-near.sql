-- Which cameras of region $1 stand so that some ground of the box ($2, $3) to ($4, $5) might be looked at from there,
-- at $6 px/m and from $7 m at most? The $8 nearest, with their records completed by the defaults of their type.
-- Angles in degrees, lengths in m; *_known: the record has the value. Four times a recorded range is thought of.
-- Index: camera_live_position.
select c.id, c.code, c.name, c.status, c.type, ST_X(c.position) as x, ST_Y(c.position) as y, c.position_tolerance, c.north,
       c.azimuth, c.azimuth_tolerance,
       c.used_hfov_min as hfov_min, c.used_hfov_max as hfov_max,
       c.used_vfov_min as vfov_min, c.used_vfov_max as vfov_max,
       c.used_tilt_min as tilt_min, c.used_tilt_max as tilt_max,
       c.used_height_min as height_min, c.used_height_max as height_max,
       c.used_pixels_min as pixels_min, c.used_pixels_max as pixels_max,
       c.range_min, c.range_max, c.night_range_min, c.night_range_max,
       coalesce(c.attributes ->> 'fill_light', c.attributes ->> '补光属性') as fill_light,
       c.hfov_min is not null as hfov_known, c.vfov_min is not null as vfov_known,
       c.tilt_min is not null as tilt_known, c.height_min is not null as height_known,
       c.pixels_min is not null as pixels_known,
       c.mount = 'wall' as on_wall, c.indoor, c.status = 'in_use' as working,
       c.type = 'checkpoint' or c.function && array['1', '2', '3', '4'] as capture
from region r
cross join lateral (
  select ST_MakeEnvelope($2::float8, $3::float8, $4::float8, $5::float8, r.srid) as geom
) ground
join camera_as_used c on c.region = r.region
cross join lateral (
  select radians(c.used_hfov_min + c.used_hfov_max) / 2 as hfov, (c.used_pixels_min + c.used_pixels_max) / 2 as pixels
) lens
where r.region = $1::text and c.valid_to = 'infinity' and c.status <> 'removed'
  and c.position && ST_Expand(ground.geom, $7::float8)
  and ST_Distance(c.position, ground.geom) <= least($7::float8, 4 * c.range_max,
        lens.pixels / ($6::float8 * case when c.type = 'fisheye' or lens.hfov >= radians(150) then lens.hfov else 2 * tan(lens.hfov / 2) end))
order by ST_Distance(c.position, ground.geom), c.id
limit $8::integer;
