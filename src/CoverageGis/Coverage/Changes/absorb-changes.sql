-- What depends on what has changed in region $1? Takes the changes away and marks it, in one statement.
-- Causes of gaps are looked for among what stands within $2 m of them. What changes a site's watched ground opens the
-- site; what stands in the reach of a camera opens the camera; a view from another region opens the zones that it meets.
-- What checks the archive is handed them on. The neighbours ($3 regions, $4 their EPSG codes) are told of what their cameras may see.
-- Indexes: primary keys of change and camera_sight, camera_live_code, camera_past_code, camera_sight_reach, site_live_geom, zone_live_geom, watched_area_geom.
with taken as (delete from change c where c.region = $1::text returning c.kind, c.code, c.before, c.after),
noted as (insert into archive_change (region, kind, code, before, after) select $1::text, t.* from taken t),
place as materialized (
  select t.kind, t.code, g.geom from taken t cross join lateral (values (t.before), (t.after)) g (geom) where g.geom is not null
),
camera as (
  insert into stale_camera (region, camera)
  select $1::text, c.id from taken t
  join camera c on t.kind = 'camera' and c.region = $1::text and c.code = t.code and c.valid_to = 'infinity'
  union
  select $1::text, c.id from taken t
  join camera c on t.kind = 'camera' and c.region = $1::text and c.code = t.code and c.valid_to < 'infinity'
  join camera_sight k on k.region = c.region and k.camera = c.id
  union
  select $1::text, k.camera from place p join camera_sight k on k.region = $1::text and k.reach && p.geom
  where p.kind in ('occluder', 'excluded_area', 'around')
  union select $1::text, c.id from camera c where c.region = $1::text and c.valid_to = 'infinity'
    and exists (select from taken t where t.kind = 'purpose' or (t.kind = 'policy'
          and not exists (select from watched_area w where w.region = $1::text and w.area_m2 > 0)))
  on conflict do nothing
),
site as (
  insert into stale_site (region, site) select $1::text, t.code from taken t where t.kind in ('site', 'zone')
  union
  select $1::text, r.site from required_zone r
  where r.region = $1::text and exists (select from taken t where t.kind in ('purpose', 'policy')) -- else: no zone is read
    and exists (select from taken t where t.kind = 'purpose' and t.code = r.purpose or t.kind = 'policy' and t.code = r.category)
  union
  select $1::text, met.site from place p
  cross join lateral (
    select s.code as site from site s where s.region = $1::text and s.valid_to = 'infinity' and s.geom && p.geom
    union all
    select z.site from zone z where z.region = $1::text and z.valid_to = 'infinity' and z.geom && p.geom
    union all
    select w.site from watched_area w where w.region = $1::text and w.geom && p.geom
  ) met
  where p.kind in ('occluder', 'excluded_area')
  on conflict do nothing
),
zone as (
  insert into stale_zone (region, site, zone) select distinct $1::text, w.site, w.zone from place p
  join watched_area w on p.kind = 'view' and w.region = $1::text and w.purpose = p.code and ST_Intersects(w.geom, p.geom)
  on conflict do nothing
),
told as (
  insert into change (region, kind, after)
  select n.region, 'around', ST_Transform(around.geom, n.srid)
  from unnest($3::text[], $4::integer[]) n (region, srid)
  cross join (
    select ST_Envelope(p.geom) from place p where p.kind in ('occluder', 'excluded_area')
    union all
    select r.boundary from region r where r.region = $1::text and exists (select from taken t where t.kind = 'purpose')
  ) around (geom)
)
insert into stale_cause (region, site, zone)
select distinct $1::text, w.site, w.zone from place p
join watched_area w on w.region = $1::text and w.geom && ST_Expand(p.geom, $2::double precision)
where p.kind in ('camera', 'occluder', 'around')
on conflict do nothing;
