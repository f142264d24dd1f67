-- The cameras $2 of region $3 have new views in region $1: the zones that they meet are open.
-- Where the ground is another region's ($1 <> $3), its own analysis is told, for the zones there are not ours to open.
-- Indexes: view_camera, watched_area_geom.
with new as materialized (
  select v.purpose, v.geom from view v where v.region = $1::text and v.camera = any($2::bigint[])
),
zone as (
  insert into stale_zone (region, site, zone)
  select distinct $1::text, w.site, w.zone from new n
  join watched_area w on w.region = $1::text and w.purpose = n.purpose and ST_Intersects(w.geom, n.geom)
  where $1::text = $3::text
  on conflict do nothing
)
insert into change (region, kind, code, after)
select $1::text, 'view', n.purpose, n.geom from new n where $1::text <> $3::text;
