-- What does the record of a camera without a place say, and what is wrong with it? $1 region, $2 camera code.
-- Indexes: unplaced_camera_live_code, archive_finding_live, primary key of archive_record.
select json_build_object(
  'code', u.code, 'version', -u.id, 'name', u.name, 'class', u.class, 'type', coalesce(r.type, 'other'), 'function', '[]'::json,
  'status', coalesce(r.status, 'in_use'), 'lon', null, 'lat', null, 'azimuth', null, 'facts', '[]'::json, 'views', '[]'::json, 'sites', '[]'::json,
  'attributes', u.attributes, 'source', u.source, 'recorded_at', u.valid_from, 'unit', r.unit,
  'findings', coalesce((
    select json_agg(json_build_object('camera', f.camera, 'rule', f.rule, 'severity', f.severity, 'detail', f.detail, 'since', f.valid_from, 'record', f.record,
             'accepted', (select json_build_object('reason', a.reason, 'operator', a.operator, 'at', a.accepted_at) from archive_acceptance a
                          where a.region = f.region and a.camera = f.camera and a.rule = f.rule and a.record = f.record and a.withdrawn_at = 'infinity'
                          order by a.id desc limit 1)) order by f.severity, f.rule)
    from archive_finding f where f.region = $1::text and f.camera = $2::text and f.valid_to = 'infinity'), '[]'))
from unplaced_camera u
left join archive_record r on r.region = $1::text and r.code = u.code
where u.region = $1::text and u.code = $2::text and u.valid_to = 'infinity'
