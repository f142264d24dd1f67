-- For which purposes does region $1 need views? Densities in px/m, heights in m, tilt in degrees.
-- Index: purpose_live_name.
select u.name, u.min_ppm, u.z_min, u.z_max, u.max_tilt
from purpose u
where u.region = $1::text and u.valid_to = 'infinity'
  and exists (select from watched_area_draft w where w.region = u.region and w.purpose = u.name and w.area_m2 > 0)
order by u.name;
