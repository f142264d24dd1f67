-- What one must be able to see in region $1, at moment $2 (null = now): px/m, m, degrees. They have no place.
-- Index: purpose_live_name.
select p.name as code, null::geometry as geom,
       jsonb_strip_nulls(jsonb_build_object('kind', 'purpose', 'name', p.name, 'min_ppm', p.min_ppm, 'z_min', p.z_min, 'z_max', p.z_max,
         'max_tilt', p.max_tilt)) as recorded,
       '{}'::jsonb as computed
from purpose p
where p.region = $1::text and holds(p.valid_from, p.valid_to, $2::timestamptz)
order by p.name;
