-- Whose device codes (GB/T 28181, 18 or 20 digits) among the staged cameras begin with another district than $1?
-- One row a district: the first camera, and how many of which district.
-- Index: none, each staged row is read once.
select min(ref), count(*) || ' of ' || left(code, 6)
from stage_camera
where code ~ '^(\d{18}|\d{20})$' and left(code, 6) <> $1::text
group by left(code, 6)
order by count(*) desc, left(code, 6);
