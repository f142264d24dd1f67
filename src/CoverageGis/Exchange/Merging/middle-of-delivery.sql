-- Where is the middle of what was delivered? Median longitude and latitude of sites, cameras and occluders, degrees.
-- Index: none, each staged row is read once.
select percentile_cont(0.5) within group (order by (ST_XMin(d.geom) + ST_XMax(d.geom)) / 2),
       percentile_cont(0.5) within group (order by (ST_YMin(d.geom) + ST_YMax(d.geom)) / 2)
from (
  select geom from stage_site
  union all select geom from stage_camera
  union all select geom from stage_occluder
) d;
