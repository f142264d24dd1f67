-- How many cameras, sites and zones of region $1 are out of date?
-- Indexes: primary keys of stale_camera, stale_site, stale_zone.
select (select count(*) from stale_camera s where s.region = $1::text) as cameras,
       (select count(*) from stale_site s where s.region = $1::text) as sites,
       (select count(*) from stale_zone s where s.region = $1::text) as zones;
