-- What does the record of a camera say, what did the analysis take it to be, and what does it see?
-- $1 region, $2 camera code. Indexes: camera_live_code, the primary keys of camera_sight and view, camera_default, archive_finding_live, missing_camera_live, delivery_merged.
with views as (
  select json_agg(json_build_object('purpose', v.purpose, 'certainty', v.certainty, 'light', v.light, 'area_m2', ST_Area(v.geom),
                                    'geometry', ST_AsGeoJSON(ST_Transform(v.geom, 4326), 7)::json) order by v.purpose, v.certainty, v.light) as list
  from camera c
  join view v on v.region = c.region and v.camera = c.id
  where c.region = $1::text and c.code = $2::text and c.valid_to = 'infinity' and not ST_IsEmpty(v.geom)
), sites as (
  select json_agg(json_build_object('code', code, 'name', name, 'category', category, 'state', state) order by name, code) as list
  from (
    select distinct f.code, f.name, f.category, f.state
    from camera c
    join view v on v.region = c.region and v.camera = c.id
    join watched_area w on w.region = v.region and w.purpose = v.purpose and w.building is not distinct from v.building
                       and (w.counts_capture or not v.capture) and ST_Intersects(w.geom, v.geom)
    join site_finding f on f.region = w.region and f.code = w.site
    where c.region = $1::text and c.code = $2::text and c.valid_to = 'infinity' and v.working
    limit 100) as seen
), findings as (
  select json_agg(json_build_object('camera', f.camera, 'rule', f.rule, 'severity', f.severity, 'detail', f.detail, 'since', f.valid_from, 'record', f.record,
           'accepted', (select json_build_object('reason', a.reason, 'operator', a.operator, 'at', a.accepted_at) from archive_acceptance a
                        where a.region = f.region and a.camera = f.camera and a.rule = f.rule and a.record = f.record and a.withdrawn_at = 'infinity'
                        order by a.id desc limit 1)) order by f.severity, f.rule) as list
  from archive_finding f where f.region = $1::text and f.camera = $2::text and f.valid_to = 'infinity'
)
select json_build_object(
  'code', c.code, 'version', c.id, 'name', c.name, 'class', c.class, 'type', c.type, 'function', c.function, 'status', c.status,
  'mount', c.mount, 'indoor', c.indoor, 'lon', c.lon, 'lat', c.lat, 'position_tolerance', c.position_tolerance,
  'azimuth', c.azimuth, 'azimuth_tolerance', c.azimuth_tolerance,
  'facts', json_build_array(
    json_build_object('name', 'height', 'unit', 'm', 'recorded', case when c.height_min is not null then json_build_array(c.height_min, c.height_max) end,
                      'used', json_build_array(c.used_height_min, c.used_height_max)),
    json_build_object('name', 'hfov', 'unit', '°', 'recorded', case when c.hfov_min is not null then json_build_array(c.hfov_min, c.hfov_max) end,
                      'used', json_build_array(c.used_hfov_min, c.used_hfov_max)),
    json_build_object('name', 'vfov', 'unit', '°', 'recorded', case when c.vfov_min is not null then json_build_array(c.vfov_min, c.vfov_max) end,
                      'used', json_build_array(c.used_vfov_min, c.used_vfov_max)),
    json_build_object('name', 'tilt', 'unit', '°', 'recorded', case when c.tilt_min is not null then json_build_array(c.tilt_min, c.tilt_max) end,
                      'used', json_build_array(c.used_tilt_min, c.used_tilt_max)),
    json_build_object('name', 'pixels', 'unit', 'px', 'recorded', case when c.pixels_min is not null then json_build_array(c.pixels_min, c.pixels_max) end,
                      'used', json_build_array(c.used_pixels_min, c.used_pixels_max)),
    json_build_object('name', 'range', 'unit', 'm', 'recorded', case when c.range_min is not null then json_build_array(c.range_min, c.range_max) end,
                      'used', case when c.range_min is not null then json_build_array(c.range_min, c.range_max) end)),
  'analysed', s.camera is not null, 'estimated', s.estimated, 'blind', s.blind, 'attributes', c.attributes, 'source', c.source, 'recorded_at', c.valid_from,
  'views', coalesce(views.list, '[]'), 'sites', coalesce(sites.list, '[]'),
  'findings', coalesce(findings.list, '[]'), 'unit', (select r.unit from archive_record r where r.region = $1::text and r.code = $2::text),
  'missing', (select json_build_object('since', m.since, 'source', m.source, 'delivery', d.id)
              from missing_camera m left join delivery d on d.region = m.region and d.merged_at = m.since
              where m.region = $1::text and m.code = $2::text and m.valid_to = 'infinity'))
from camera_as_used c
cross join views cross join sites cross join findings
left join camera_sight s on s.region = c.region and s.camera = c.id
where c.region = $1::text and c.code = $2::text and c.valid_to = 'infinity'
