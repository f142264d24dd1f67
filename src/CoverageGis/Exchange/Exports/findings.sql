-- What is, or was at $2 (null = now), wrong with the archive of region $1? One row a finding, worst first, where the camera
-- stands (WGS 84), and the values that its sentence names.
-- Indexes: archive_finding_worst, archive_finding_past, primary key of archive_record, camera_live_code, archive_acceptance_of.
select f.camera, ST_SetSRID(ST_MakePoint(c.lon, c.lat), 4326),
       jsonb_strip_nulls(jsonb_build_object('camera', f.camera, 'name', coalesce(r.name, c.name), 'class', r.class, 'unit', r.unit,
         'severity', (array['fault', 'warning', 'hint'])[f.severity], 'rule', f.rule, 'since', f.valid_from,
         'accepted', (select a.reason from archive_acceptance a
                      where a.region = f.region and a.camera = f.camera and a.rule = f.rule and a.record = f.record
                        and holds(a.accepted_at, a.withdrawn_at, $2::timestamptz)
                      order by a.id desc limit 1))),
       f.detail
from archive_finding f
left join archive_record r on r.region = f.region and r.code = f.camera
left join camera c on c.region = f.region and c.code = f.camera and c.valid_to = 'infinity'
where f.region = $1::text and holds(f.valid_from, f.valid_to, $2::timestamptz)
order by f.severity, f.rule, f.camera
