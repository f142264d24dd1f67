-- What is watched in the open sites of region $1 from now on, as the draft has it? Where that differs from before, the
-- zone is open, and so are the cameras that may reach it, for a view is kept only where a zone needs it; cameras of
-- the neighbours ($2 regions, $3 their EPSG codes) are told too. The sites are settled then.
-- Indexes: primary keys of watched_area_draft and stale_site, watched_area_zone, camera_sight_reach.
with old as materialized (
  select w.* from stale_site s join watched_area w on w.region = s.region and w.site = s.site where s.region = $1::text
),
draft as materialized (select d.* from watched_area_draft d where d.region = $1::text),
diff as materialized (
  select coalesce(d.site, o.site) as site, coalesce(d.zone, o.zone) as zone, d.id as draft, o.geom as before, d.geom as after
  from draft d full join old o on o.site = d.site and o.zone = d.zone
  where (d.category, d.purpose, d.required_ratio, d.min_cameras, d.certainty, d.min_retention_days, d.indoor,
         d.counts_capture, d.building, d.ring, d.hours, d.lit)
          is distinct from (o.category, o.purpose, o.required_ratio, o.min_cameras, o.certainty, o.min_retention_days,
         o.indoor, o.counts_capture, o.building, o.ring, o.hours, o.lit)
     or ST_AsBinary(d.geom) is distinct from ST_AsBinary(o.geom)
),
past as (
  insert into past_watched_area (region, site, zone, geom, area_m2, since, until)
  select o.region, o.site, o.zone, o.geom, o.area_m2, o.since, now()
  from old o join diff f on f.site = o.site and f.zone = o.zone
  where o.since < now()
),
gone as (
  delete from watched_area w using diff f where w.region = $1::text and w.site = f.site and w.zone = f.zone and f.draft is null
),
kept as (
  insert into watched_area as w (region, site, zone, category, purpose, required_ratio, min_cameras, certainty,
    min_retention_days, indoor, counts_capture, building, ring, hours, lit, geom, area_m2)
  select d.region, d.site, d.zone, d.category, d.purpose, d.required_ratio, d.min_cameras, d.certainty,
    d.min_retention_days, d.indoor, d.counts_capture, d.building, d.ring, d.hours, d.lit, d.geom, d.area_m2
  from draft d join diff f on f.draft = d.id
  on conflict (region, site, zone) do update set
    (category, purpose, required_ratio, min_cameras, certainty, min_retention_days, indoor, counts_capture, building,
     ring, hours, lit, geom, area_m2, since)
    = (excluded.category, excluded.purpose, excluded.required_ratio, excluded.min_cameras, excluded.certainty,
       excluded.min_retention_days, excluded.indoor, excluded.counts_capture, excluded.building, excluded.ring,
       excluded.hours, excluded.lit, excluded.geom, excluded.area_m2, now())
),
place as materialized (
  select g.geom from diff f cross join lateral (values (f.before), (f.after)) g (geom)
  where g.geom is not null and not ST_IsEmpty(g.geom)
),
zone as (
  insert into stale_zone (region, site, zone) select $1::text, site, zone from diff on conflict do nothing
),
camera as (
  insert into stale_camera (region, camera)
  select distinct $1::text, k.camera from place p join camera_sight k on k.region = $1::text and k.reach && p.geom
  on conflict do nothing
),
told as (
  insert into change (region, kind, after)
  select n.region, 'around', ST_Transform(ST_Envelope(p.geom), n.srid)
  from unnest($2::text[], $3::integer[]) n (region, srid) cross join place p
)
delete from stale_site s where s.region = $1::text;
