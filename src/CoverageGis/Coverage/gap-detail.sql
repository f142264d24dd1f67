-- What is, or was, known of one gap?
-- $1 region, $2 number of the gap, $3 moment, null = now. Index: gap_number_of.
select json_build_object(
  'id', g.number::text, 'number', g.number, 'origin', g.origin, 'site', g.site, 'site_name', s.name, 'category', s.category, 'zone', g.zone,
  'area_m2', g.area_m2, 'width_m', g.width_m, 'certainty', g.certainty,
  'cause', g.cause, 'causes', coalesce(causes.list, '[]'::json), 'action', g.action,
  'found_at', (select min(f.valid_from) from gap f where f.region = g.region and f.number = g.number), 'since', g.valid_from,
  'at', $3::timestamptz, 'purpose', c.purpose, 'min_ppm', p.min_ppm, 'z_min', p.z_min, 'z_max', p.z_max,
  'required_ratio', c.required_ratio, 'certainty_required', c.certainty, 'hours', c.hours, 'ratio', c.ratio, 'zone_area_m2', c.area_m2,
  'point', ST_AsGeoJSON(ST_Transform(ST_PointOnSurface(g.geom), 4326), 7)::json,
  'geometry', ST_AsGeoJSON(ST_Transform(g.geom, 4326), 7)::json)
from gap g
left join site s on s.region = g.region and s.code = g.site and holds(s.valid_from, s.valid_to, $3::timestamptz)
left join coverage c on c.region = g.region and c.site = g.site and c.zone = g.zone and holds(c.valid_from, c.valid_to, $3::timestamptz)
left join purpose p on p.region = g.region and p.name = c.purpose and holds(p.valid_from, p.valid_to, $3::timestamptz)
cross join lateral (
  -- With what stands in the way: its use, its height, and the bearing from the gap's middle to the nearest of it.
  select json_agg(k.cause || jsonb_strip_nulls(jsonb_build_object('use', o.use, 'height', case when o.height_min = o.height_max then o.height_max end,
           'heights', case when o.height_min < o.height_max then jsonb_build_array(o.height_min, o.height_max) end,
           'bearing', round(degrees(ST_Azimuth(middle.point, ST_ClosestPoint(o.geom, middle.point)))),
           'distance_m', round(ST_Distance(middle.point, o.geom)::numeric, 1), 'camera_name', v.name)) order by k.rank) as list
  from jsonb_array_elements(coalesce(g.causes, '[]')) with ordinality as k (cause, rank)
  cross join lateral (select ST_PointOnSurface(g.geom) as point) middle
  left join occluder o on o.region = g.region and o.code = k.cause ->> 'occluder' and holds(o.valid_from, o.valid_to, $3::timestamptz)
  left join camera v on v.region = g.region and v.code = k.cause ->> 'camera' and holds(v.valid_from, v.valid_to, $3::timestamptz)) causes
where g.region = $1::text and g.number = $2::bigint and holds(g.valid_from, g.valid_to, $3::timestamptz)
