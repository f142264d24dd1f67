-- Views of the cameras $2 of region $3 in region $1 are no longer true: they are past, and the zones that they met are open.
-- Where the ground is another region's ($1 <> $3), its own analysis is told, for the zones there are not ours to open.
-- Indexes: view_camera, watched_area_geom.
with gone as (
  delete from view v where v.region = $1::text and v.camera = any($2::bigint[]) returning v.*
),
past as (
  insert into past_view (region, camera_region, camera, code, purpose, certainty, light, building, working, capture, geom, since, until)
  select region, camera_region, camera, code, purpose, certainty, light, building, working, capture, geom, since, now()
  from gone where since < now()
),
zone as (
  insert into stale_zone (region, site, zone)
  select distinct $1::text, w.site, w.zone from gone g
  join watched_area w on w.region = $1::text and w.purpose = g.purpose and ST_Intersects(w.geom, g.geom)
  where $1::text = $3::text
  on conflict do nothing
)
insert into change (region, kind, code, before)
select $1::text, 'view', g.purpose, g.geom from gone g where $1::text <> $3::text;
