-- Everything of region $1 is open again: all cameras, sites and zones, also those that are known only from before.
-- Changes need not be looked at one by one. Neighbours ($2 regions, $3 their EPSG codes) look at what reaches over here.
-- Indexes: camera_live_code, site_live_code, primary key of camera_sight.
with taken as (
  delete from change c where c.region = $1::text
),
noted as (
  insert into archive_change (region, kind) values ($1::text, 'all')
),
camera as (
  insert into stale_camera (region, camera)
  select c.region, c.id from camera c where c.region = $1::text and c.valid_to = 'infinity'
  union select k.region, k.camera from camera_sight k where k.region = $1::text
  on conflict do nothing
),
site as (
  insert into stale_site (region, site)
  select s.region, s.code from site s where s.region = $1::text and s.valid_to = 'infinity'
  union select w.region, w.site from watched_area w where w.region = $1::text
  on conflict do nothing
),
told as (
  insert into change (region, kind, after)
  select n.region, 'around', ST_Transform(r.boundary, n.srid)
  from unnest($2::text[], $3::integer[]) n (region, srid) join region r on r.region = $1::text
)
insert into stale_zone (region, site, zone)
select c.region, c.site, c.zone from coverage c where c.region = $1::text and c.valid_to = 'infinity'
union select w.region, w.site, w.zone from watched_area w where w.region = $1::text
on conflict do nothing;
