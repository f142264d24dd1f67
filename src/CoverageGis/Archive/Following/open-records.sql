-- Which records of region $1 are to be checked because of what has changed ($2: all of them)? Takes the changes away.
-- A place concerns who stands there or beside it, and whose view may reach what is watched there: watched ground may be a
-- ring around a site, and what stands on a site decides whether it is. Dates pass by themselves.
-- Indexes: primary key of archive_change, archive_record_position, camera_sight_reach, site_live_geom, camera_live_code.
with taken as (delete from archive_change c where c.region = $1::text returning c.kind, c.code, c.before, c.after),
every as (
  select $2::boolean or exists (select from taken t where t.kind in ('all', 'policy', 'purpose', 'unit')) as one
),
ring as (select coalesce(max(p.ring_width), 15) + 1 as width from policy p where p.region = $1::text),
place as materialized (
  select t.kind, ST_Envelope(g.geom) as box from taken t cross join lateral (values (t.before), (t.after)) g (geom)
  where g.geom is not null and t.kind not in ('camera', 'view') and not (select one from every)
),
watched as (
  select ST_Expand(p.box, ring.width) as box from place p cross join ring where p.kind <> 'backdrop'
  union all
  select ST_Expand(ST_Envelope(s.geom), ring.width) from place p cross join ring
  join site s on s.region = $1::text and s.valid_to = 'infinity' and s.geom && p.box
  where p.kind in ('occluder', 'excluded_area')
),
concerned as (
  select t.code from taken t where t.kind = 'camera' and t.code is not null
  union select r.code from place p join archive_record r on r.region = $1::text and r.position && ST_Expand(p.box, 5)
  union select c.code from watched w join camera_sight k on k.region = $1::text and k.reach && w.box
        join camera c on c.region = k.region and c.id = k.camera and c.valid_to = 'infinity'
  union select r.code from archive_record r
        where r.region = $1::text and not archive_holds(r.fields ->> 'install_date', '{"after_today": true}')
          and exists (select from archive_finding f where f.region = r.region and f.camera = r.code and f.rule = 'installed_in_future' and f.valid_to = 'infinity')
  union select r.code from archive_record r cross join every where every.one and r.region = $1::text
  union select f.camera from archive_finding f cross join every where every.one and f.region = $1::text and f.valid_to = 'infinity'
  union select c.code from camera c cross join every where every.one and c.region = $1::text and c.valid_to = 'infinity'
  union select u.code from unplaced_camera u cross join every where every.one and u.region = $1::text and u.valid_to = 'infinity'
)
insert into stale_record (region, code, touched) select $1::text, code, true from concerned
on conflict (region, code) do update set touched = true;
