-- For which purposes does region $1 need views? Densities in px/m, heights in m, tilt in degrees. Those that zones ask
-- for; where nothing is watched yet, those that its policies would ask for, so that the map shows what cameras see.
-- Index: purpose_live_name.
select u.name, u.min_ppm, u.z_min, u.z_max, u.max_tilt
from purpose u
where u.region = $1::text and u.valid_to = 'infinity'
  and case when exists (select from watched_area_draft w where w.region = $1::text and w.area_m2 > 0)
           then exists (select from watched_area_draft w where w.region = u.region and w.purpose = u.name and w.area_m2 > 0)
           else exists (select from policy p where p.region = u.region and p.purpose = u.name and p.valid_to = 'infinity')
      end
order by u.name;
