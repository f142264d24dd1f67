-- Which cameras of region $1 have a view to compute, and what does their record say, completed by the defaults of
-- their type? Ordered by tiles of $2 m, so that neighbours come together. Angles in degrees, lengths in m; a *_known
-- column tells whether the record has the value. Cameras that were taken down have no view.
-- Index: camera_live_code.
select c.id, c.type, ST_X(c.position) as x, ST_Y(c.position) as y, c.position_tolerance, c.north,
       c.azimuth, c.azimuth_tolerance,
       coalesce(c.hfov_min, d.hfov_min) as hfov_min, coalesce(c.hfov_max, d.hfov_max) as hfov_max,
       coalesce(c.vfov_min, d.vfov_min) as vfov_min, coalesce(c.vfov_max, d.vfov_max) as vfov_max,
       coalesce(c.tilt_min, d.tilt_min) as tilt_min, coalesce(c.tilt_max, d.tilt_max) as tilt_max,
       coalesce(c.height_min, d.height_min) as height_min, coalesce(c.height_max, d.height_max) as height_max,
       coalesce(c.pixels_min, d.pixels_min) as pixels_min, coalesce(c.pixels_max, d.pixels_max) as pixels_max,
       c.range_min, c.range_max,
       c.hfov_min is not null as hfov_known, c.vfov_min is not null as vfov_known,
       c.tilt_min is not null as tilt_known, c.height_min is not null as height_known,
       c.pixels_min is not null as pixels_known,
       c.mount = 'wall' as on_wall, c.indoor, c.status = 'in_use' as working,
       c.type = 'checkpoint' or c.function && array['1', '2', '3', '4'] as capture
from camera c
join camera_default d on d.type = c.type
where c.region = $1::text and c.valid_to = 'infinity' and c.status <> 'removed'
order by floor(ST_X(c.position) / $2::double precision), floor(ST_Y(c.position) / $2::double precision), c.id;
