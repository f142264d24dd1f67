-- The cameras of region $1 at moment $2 (null = now): what their records say under its own names, and what was used where they are silent under
-- "used", so that an import of this export takes no guess for a record. Angles in degrees, lengths in m.
-- Indexes: camera_live_code, camera_past_code, primary key of camera_sight.
select c.code, ST_SetSRID(ST_MakePoint(c.lon, c.lat), 4326) as geom,
       c.attributes || jsonb_strip_nulls(jsonb_build_object('kind', 'camera', 'code', c.code, 'name', c.name, 'class', c.class,
         'type', c.type, 'function', nullif(to_jsonb(c.function), '[]'),
         'azimuth', case when cardinality(c.azimuth) = 1 then c.azimuth[1] end,
         'azimuths', case when cardinality(c.azimuth) > 1 then to_jsonb(c.azimuth) end,
         'azimuth_tolerance', nullif(c.azimuth_tolerance, 0), 'position_tolerance', nullif(c.position_tolerance, 0),
         'hfov', as_recorded(c.hfov_min, c.hfov_max), 'vfov', as_recorded(c.vfov_min, c.vfov_max),
         'tilt', as_recorded(c.tilt_min, c.tilt_max), 'height', as_recorded(c.height_min, c.height_max),
         'pixels', as_recorded(c.pixels_min, c.pixels_max), 'range', as_recorded(c.range_min, c.range_max),
         'night_range', as_recorded(c.night_range_min, c.night_range_max), 'status', c.status, 'mount', c.mount,
         'indoor', nullif(c.indoor, false))) as recorded,
       jsonb_build_object('estimated', k.estimated, 'blind', k.blind, 'used', jsonb_build_object(
         'hfov', as_recorded(c.used_hfov_min, c.used_hfov_max),
         'vfov', as_recorded(c.used_vfov_min, c.used_vfov_max),
         'tilt', as_recorded(c.used_tilt_min, c.used_tilt_max),
         'height', as_recorded(c.used_height_min, c.used_height_max),
         'pixels', as_recorded(c.used_pixels_min, c.used_pixels_max))) as computed
from camera_as_used c
left join camera_sight k on k.region = c.region and k.camera = c.id
where c.region = $1::text and holds(c.valid_from, c.valid_to, $2::timestamptz)
order by c.code;
