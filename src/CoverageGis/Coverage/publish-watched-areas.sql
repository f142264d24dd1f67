-- What is watched in region $1 from now on, as the draft has it.
-- Index: primary key of watched_area_draft.
insert into watched_area (region, site, zone, category, purpose, required_ratio, min_cameras, certainty,
                          min_retention_days, indoor, counts_capture, building, ring, hours, lit, geom, area_m2)
select region, site, zone, category, purpose, required_ratio, min_cameras, certainty,
       min_retention_days, indoor, counts_capture, building, ring, hours, lit, geom, area_m2
from watched_area_draft where region = $1::text;
