-- How does, or did, one site stand: its zones, its gaps with the largest first, and where it lies?
-- Of a past moment the watched ground itself is not kept: a zone then shows its own outline.
-- $1 region, $2 site code, $3 moment, null = now.
-- Indexes: site_live_code, site_past_code, watched_area_zone, coverage_live_zone, coverage_zone, gap_live_zone, gap_zone.
with zones as (
  select json_agg(json_build_object(
           'zone', z.zone, 'name', nullif(z.name, s.name), 'purpose', k.purpose, 'min_ppm', p.min_ppm, 'z_min', p.z_min, 'z_max', p.z_max, 'max_tilt', p.max_tilt,
           'required_ratio', k.required_ratio, 'min_cameras', k.min_cameras, 'certainty', k.certainty,
           'min_retention_days', z.min_retention_days, 'indoor', z.indoor, 'ring', w.ring, 'hours', k.hours, 'lit', k.lit,
           'area_m2', coalesce(c.area_m2, w.area_m2), 'seen_m2', c.seen_m2, 'unproven_m2', c.unproven_m2, 'unseen_m2', c.unseen_m2,
           'ratio', c.ratio, 'ratio_nominal', c.ratio_nominal, 'ratio_possible', c.ratio_possible,
           'ratio_night', c.ratio_night, 'ratio_night_possible', c.ratio_night_possible, 'policy_version', c.policy_version,
           'cameras', c.cameras, 'gaps', c.gaps, 'compliant', c.compliant,
           'geometry', ST_AsGeoJSON(ST_Transform(coalesce(w.geom, z.geom), 4326), 7)::json) order by z.zone) as list
  from required_zone_at($1::text, $3::timestamptz) z
  join site s on s.region = z.region and s.id = z.site_id
  left join coverage c on c.region = z.region and c.site = z.site and c.zone = z.zone and holds(c.valid_from, c.valid_to, $3::timestamptz)
  left join watched_area w on w.region = z.region and w.site = z.site and w.zone = z.zone and $3::timestamptz is null
  cross join lateral (
    select coalesce(w.purpose, c.purpose, z.purpose) as purpose, coalesce(w.required_ratio, c.required_ratio, z.required_ratio) as required_ratio,
           coalesce(w.min_cameras, c.min_cameras, z.min_cameras) as min_cameras, coalesce(w.certainty, c.certainty, z.certainty) as certainty,
           coalesce(w.hours, c.hours, z.hours) as hours, coalesce(w.lit, c.lit, z.lit) as lit) k
  left join purpose p on p.region = z.region and p.name = k.purpose and holds(p.valid_from, p.valid_to, $3::timestamptz)
  where z.site = $2::text and (w.id is not null or c.id is not null)
), largest as (
  select number, origin, zone, area_m2, width_m, certainty, cause, causes, action, geom
  from gap
  where region = $1::text and site = $2::text and holds(valid_from, valid_to, $3::timestamptz)
  order by area_m2 desc, number
  limit 200
), gaps as (
  select json_agg(json_build_object(
           'id', number::text, 'number', number, 'origin', origin, 'zone', zone, 'area_m2', area_m2, 'width_m', width_m, 'certainty', certainty,
           'cause', cause, 'causes', coalesce(causes, '[]'), 'action', action,
           'point', ST_AsGeoJSON(ST_Transform(ST_PointOnSurface(geom), 4326), 6)::json) order by area_m2 desc, number) as list
  from largest
)
select json_build_object(
  'code', s.code, 'name', s.name, 'category', s.category, 'in_scope', s.in_scope, 'state', s.state, 'source', s.source,
  'recorded_at', s.valid_from, 'attributes', s.attributes, 'at', $3::timestamptz,
  'ratio', s.ratio, 'ratio_nominal', s.ratio_nominal, 'ratio_possible', s.ratio_possible, 'ratio_night', s.ratio_night,
  'area_m2', s.area_m2, 'seen_m2', s.seen_m2, 'unproven_m2', s.unproven_m2, 'unseen_m2', s.unseen_m2, 'gap_count', s.gaps,
  'zones', coalesce(zones.list, '[]'), 'gaps', coalesce(gaps.list, '[]'),
  'point', ST_AsGeoJSON(ST_Transform(ST_PointOnSurface(s.geom), 4326), 6)::json,
  'geometry', ST_AsGeoJSON(ST_Transform(s.geom, 4326), 7)::json)
from site_finding_at($1::text, $3::timestamptz) s cross join zones cross join gaps
where s.code = $2::text
