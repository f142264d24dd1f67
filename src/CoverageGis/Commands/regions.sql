-- Which regions are loaded, in which plane (EPSG code), with how many live sites and cameras (those taken down not counted)?
-- Indexes: site_live_code, camera_live_code.
select r.region, r.name, r.srid,
       (select count(*) from site s where s.region = r.region and s.valid_to = 'infinity') as sites,
       (select count(*) from camera c where c.region = r.region and c.valid_to = 'infinity' and c.status <> 'removed') as cameras
from region r order by r.region;
