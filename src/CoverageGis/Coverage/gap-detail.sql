-- What is known of one gap?
-- $1 region, $2 number of the gap. Index: gap_number_of.
select json_build_object(
  'id', g.number::text, 'number', g.number, 'origin', g.origin, 'site', g.site, 'site_name', s.name, 'category', s.category, 'zone', g.zone,
  'area_m2', g.area_m2, 'width_m', g.width_m, 'certainty', g.certainty, 'cause', g.cause,
  'causes', coalesce(g.causes, '[]'), 'action', g.action,
  'found_at', (select min(f.valid_from) from gap f where f.region = g.region and f.number = g.number), 'since', g.valid_from,
  'purpose', w.purpose, 'min_ppm', p.min_ppm, 'z_min', p.z_min, 'z_max', p.z_max,
  'required_ratio', w.required_ratio, 'ratio', c.ratio, 'zone_area_m2', c.area_m2,
  'point', ST_AsGeoJSON(ST_Transform(ST_PointOnSurface(g.geom), 4326), 7)::json,
  'geometry', ST_AsGeoJSON(ST_Transform(g.geom, 4326), 7)::json)
from gap g
left join site s on s.region = g.region and s.code = g.site and s.valid_to = 'infinity'
left join watched_area w on w.region = g.region and w.site = g.site and w.zone = g.zone
left join purpose p on p.region = g.region and p.name = w.purpose and p.valid_to = 'infinity'
left join coverage c on c.region = g.region and c.site = g.site and c.zone = g.zone and c.valid_to = 'infinity'
where g.region = $1::text and g.number = $2::bigint and g.valid_to = 'infinity'
