-- Which purposes does region $1 know? Densities in px/m, heights in m, tilt in degrees.
-- Index: purpose_live_name.
select u.name, u.min_ppm, u.z_min, u.z_max, u.max_tilt
from purpose u
where u.region = $1::text and u.valid_to = 'infinity'
order by u.name;
