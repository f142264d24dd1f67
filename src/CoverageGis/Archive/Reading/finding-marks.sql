-- Which cameras of region $1 have open findings, where, and how bad is the worst? In a part of the map ($2 west, $3 south, $4
-- east, $5 north, degrees; null: anywhere), of rule $6, severity $7 and unit $8, each any when null; the worst $9.
-- Indexes: archive_finding_worst, primary key of archive_record, archive_acceptance_of, camera_live_code.
with one as (
  select f.camera, min(f.severity) as severity, count(*) as findings
  from archive_finding f
  join archive_record r on r.region = $1::text and r.code = f.camera and r.placed
  left join archive_acceptance a on a.region = $1::text and a.camera = f.camera and a.rule = f.rule and a.record = f.record
                                and a.withdrawn_at = 'infinity'
  where f.region = $1::text and f.valid_to = 'infinity' and a.id is null
    and ($6::text is null or f.rule = $6::text) and ($7::smallint is null or f.severity = $7::smallint)
    and ($8::text is null or r.unit = case $8::text when '-' then '' else $8::text end)
  group by f.camera
), near as (
  select one.*, c.lon, c.lat, c.name, row_number() over (order by one.severity, one.findings desc, one.camera) as row
  from one join camera c on c.region = $1::text and c.code = one.camera and c.valid_to = 'infinity'
  where $2::double precision is null or (c.lon between $2::double precision and $4::double precision
                                         and c.lat between $3::double precision and $5::double precision)
)
select json_build_object('type', 'FeatureCollection', 'total', count(*),
  'severities', json_build_object('fault', count(*) filter (where severity = 1), 'warning', count(*) filter (where severity = 2),
                                  'hint', count(*) filter (where severity = 3)),
  'features', coalesce(json_agg(json_build_object('type', 'Feature',
    'geometry', json_build_object('type', 'Point', 'coordinates', json_build_array(lon, lat)),
    'properties', json_build_object('camera', camera, 'name', name, 'severity', severity, 'findings', findings)) order by row)
    filter (where row <= $9::integer), '[]'))
from near
