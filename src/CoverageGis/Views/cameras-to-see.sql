-- Which open cameras of region $1 have a view to compute, and what does their record say, completed by the defaults of
-- their type? Ordered by tiles of $2 m, so that neighbours come together. Angles in degrees, lengths in m; a *_known
-- column tells whether the record has the value. Cameras that were taken down have no view.
-- Indexes: primary keys of stale_camera and camera.
select c.id, c.code, c.type, ST_X(c.position) as x, ST_Y(c.position) as y, c.position_tolerance, c.north,
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
from stale_camera s
join camera_as_used c on c.region = s.region and c.id = s.camera
where s.region = $1::text and c.region = $1::text and c.valid_to = 'infinity' and c.status <> 'removed'
order by floor(ST_X(c.position) / $2::double precision), floor(ST_Y(c.position) / $2::double precision), c.id;
