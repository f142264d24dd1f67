-- Where is the middle of what was delivered? Median longitude and latitude, degrees, of sites, cameras and occluders;
-- of the other kinds only where there are none of these.
-- Index: none, each staged row is read once.
with place as (
  select 1 as rank, geom from stage_site
  union all select 1, geom from stage_camera
  union all select 1, geom from stage_occluder
  union all select 2, geom from stage_zone
  union all select 2, geom from stage_excluded_area
  union all select 2, geom from stage_unit
  union all select 2, geom from stage_backdrop
)
select percentile_disc(0.5) within group (order by (ST_XMin(geom) + ST_XMax(geom)) / 2),
       percentile_disc(0.5) within group (order by (ST_YMin(geom) + ST_YMax(geom)) / 2)
from place
where rank = (select min(rank) from place);
