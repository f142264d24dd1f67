-- How does one site stand: its zones, its gaps with the largest first, and where it lies?
-- $1 region, $2 site code. Indexes: site_live_code, watched_area_zone, coverage_live_zone, gap_live_zone.
with zones as (
  select json_agg(json_build_object(
           'zone', w.zone, 'name', z.name, 'purpose', w.purpose, 'min_ppm', p.min_ppm, 'z_min', p.z_min, 'z_max', p.z_max, 'max_tilt', p.max_tilt,
           'required_ratio', w.required_ratio, 'min_cameras', w.min_cameras, 'certainty', w.certainty,
           'min_retention_days', w.min_retention_days, 'indoor', w.indoor, 'ring', w.ring,
           'area_m2', w.area_m2, 'seen_m2', c.seen_m2, 'unproven_m2', c.unproven_m2, 'unseen_m2', c.unseen_m2,
           'ratio', c.ratio, 'ratio_nominal', c.ratio_nominal, 'ratio_possible', c.ratio_possible,
           'cameras', c.cameras, 'gaps', c.gaps, 'compliant', c.compliant,
           'geometry', ST_AsGeoJSON(ST_Transform(w.geom, 4326), 7)::json) order by w.zone) as list
  from watched_area w
  left join coverage c on c.region = w.region and c.site = w.site and c.zone = w.zone and c.valid_to = 'infinity'
  left join purpose p on p.region = w.region and p.name = w.purpose and p.valid_to = 'infinity'
  left join zone z on z.region = w.region and z.site = w.site and z.code = w.zone and z.valid_to = 'infinity'
  where w.region = $1::text and w.site = $2::text
), largest as (
  select number, origin, zone, area_m2, width_m, certainty, cause, causes, action, geom
  from gap
  where region = $1::text and site = $2::text and valid_to = 'infinity'
  order by area_m2 desc, number
  limit 200
), gaps as (
  select json_agg(json_build_object(
           'id', number::text, 'number', number, 'origin', origin, 'zone', zone, 'area_m2', area_m2, 'width_m', width_m,
           'certainty', certainty, 'cause', cause, 'causes', coalesce(causes, '[]'), 'action', action,
           'point', ST_AsGeoJSON(ST_Transform(ST_PointOnSurface(geom), 4326), 6)::json) order by area_m2 desc, number) as list
  from largest
)
select json_build_object(
  'code', s.code, 'name', s.name, 'category', s.category, 'in_scope', s.in_scope, 'state', s.state, 'source', s.source,
  'recorded_at', s.valid_from, 'attributes', s.attributes,
  'ratio', s.ratio, 'ratio_possible', s.ratio_possible, 'area_m2', s.area_m2, 'seen_m2', s.seen_m2,
  'unproven_m2', s.unproven_m2, 'unseen_m2', s.unseen_m2, 'gap_count', s.gaps,
  'zones', coalesce(zones.list, '[]'), 'gaps', coalesce(gaps.list, '[]'),
  'point', ST_AsGeoJSON(ST_Transform(ST_PointOnSurface(s.geom), 4326), 6)::json,
  'geometry', ST_AsGeoJSON(ST_Transform(s.geom, 4326), 7)::json)
from site_finding s cross join zones cross join gaps
where s.region = $1::text and s.code = $2::text
