-- Which purposes does region $1 know, and is a view for it needed everywhere, because nothing is watched yet and a
-- policy asks for it? So the map shows what cameras see before there are sites. Densities in px/m, m, degrees.
-- Indexes: purpose_live_name, policy_live_category.
select u.name, u.min_ppm, u.z_min, u.z_max, u.max_tilt,
       not exists (select from watched_area w where w.region = $1::text and w.area_m2 > 0)
         and exists (select from policy p where p.region = $1::text and p.purpose = u.name and p.valid_to = 'infinity') as everywhere
from purpose u
where u.region = $1::text and u.valid_to = 'infinity'
order by u.name;
