-- Which cameras see into protected areas of region $1, where and how much (m2)? Of certainty $2, or of any when null; one page:
-- $3 the key of the last row of the page before as a JSON array, or null, $4 cameras in a page.
-- Indexes: overreach_live, excluded_area_live_code, camera_live_code.
with part as materialized (
  select o.camera_region, o.camera, o.area, o.certainty, o.area_m2, o.valid_from, o.geom
  from overreach o
  where o.region = $1::text and o.valid_to = 'infinity' and ($2::text is null or o.certainty = $2::text)
), one as (
  select camera_region, camera, coalesce(sum(area_m2) filter (where certainty = 'certain'), 0) as certain_m2,
         coalesce(sum(area_m2) filter (where certainty = 'possible'), 0) as possible_m2
  from part group by camera_region, camera
), page as (
  select *, row_number() over (order by certain_m2 desc, possible_m2 desc, camera, camera_region) as row
  from one
  where $3::jsonb is null
     or (-certain_m2, -possible_m2, camera, camera_region)
        > (-($3::jsonb ->> 0)::float8, -($3::jsonb ->> 1)::float8, $3::jsonb ->> 2, $3::jsonb ->> 3)
  order by certain_m2 desc, possible_m2 desc, camera, camera_region
  limit $4::integer + 1
)
select json_build_object(
  'total', (select count(*) from one),
  'certain_m2', (select coalesce(sum(certain_m2), 0) from one), 'possible_m2', (select coalesce(sum(possible_m2), 0) from one),
  'cameras', coalesce(json_agg(json_build_object(
     'camera', p.camera, 'camera_region', p.camera_region, 'name', c.name, 'status', c.status, 'lon', c.lon, 'lat', c.lat,
     'certain_m2', p.certain_m2, 'possible_m2', p.possible_m2,
     'parts', (select json_agg(json_build_object('area', part.area, 'name', e.name, 'reason', e.reason, 'certainty', part.certainty,
                 'area_m2', part.area_m2, 'since', part.valid_from, 'geometry', ST_AsGeoJSON(ST_Transform(part.geom, 4326), 7)::json)
                 order by part.certainty, part.area_m2 desc, part.area)
               from part
               left join excluded_area e on e.region = $1::text and e.kind = 'protected' and e.code = part.area and e.valid_to = 'infinity'
               where part.camera_region = p.camera_region and part.camera = p.camera)) order by p.row) filter (where p.row <= $4::integer), '[]'),
  'last', case when count(*) > $4::integer then (select json_build_array(certain_m2, possible_m2, camera, camera_region)
                                                 from page where row = $4::integer) end)
from page p
left join camera c on c.region = p.camera_region and c.code = p.camera and c.valid_to = 'infinity'
