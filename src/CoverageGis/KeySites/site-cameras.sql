-- Which working cameras see some of a site's watched ground for the purpose that its zone requires, and how much of it?
-- $1 region, $2 site code. Indexes: watched_area_zone, view_geom.
with share as (
  select v.camera, v.certainty, sum(ST_Area(ST_Intersection(v.geom, w.geom))) as area_m2
  from watched_area w
  join view v on v.region = w.region and v.purpose = w.purpose and v.working and (w.counts_capture or not v.capture)
              and v.building is not distinct from w.building and ST_Intersects(v.geom, w.geom)
  where w.region = $1::text and w.site = $2::text
  group by v.camera, v.certainty
), contributor as (
  select c.code, c.name, c.class, c.type, c.azimuth, c.lon, c.lat, s.estimated,
         coalesce(max(share.area_m2) filter (where share.certainty = 'certain'), 0) as certain_m2, max(share.area_m2) as area_m2
  from share
  join camera c on c.region = $1::text and c.id = share.camera and c.valid_to = 'infinity'
  left join camera_sight s on s.region = c.region and s.camera = c.id
  group by c.id, c.region, c.code, c.name, c.class, c.type, c.azimuth, c.lon, c.lat, s.estimated
  having max(share.area_m2) >= 0.5
  order by certain_m2 desc, area_m2 desc, c.code
  limit 200
)
select json_build_object('cameras', coalesce(json_agg(json_build_object(
  'code', code, 'name', name, 'class', class, 'type', type, 'azimuth', azimuth, 'lon', lon, 'lat', lat,
  'estimated', estimated, 'certain_m2', certain_m2, 'area_m2', area_m2) order by certain_m2 desc, area_m2 desc, code), '[]'))
from contributor
