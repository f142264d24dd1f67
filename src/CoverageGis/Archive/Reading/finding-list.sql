-- Findings in the archive of region $1, worst first, one page: of rule $2, severity $3 (1 fault, 2 warning, 3 hint), unit $4,
-- camera $5, each any when null; $6 open, accepted or all; $7 the key of the last row of the page before as a JSON array, or
-- null, $8 rows in a page. unit '-' are records that nobody answers for.
-- Indexes: archive_finding_worst, primary key of archive_record, archive_acceptance_of, camera_live_code.
with matching as materialized (
  select f.id, f.severity, f.rule, f.camera
  from archive_finding f
  join archive_record r on r.region = $1::text and r.code = f.camera
  left join archive_acceptance a on a.region = $1::text and a.camera = f.camera and a.rule = f.rule and a.record = f.record
                                and a.withdrawn_at = 'infinity'
  where f.region = $1::text and f.valid_to = 'infinity'
    and ($2::text is null or f.rule = $2::text) and ($3::smallint is null or f.severity = $3::smallint)
    and ($4::text is null or r.unit = case $4::text when '-' then '' else $4::text end) and ($5::text is null or f.camera = $5::text)
    and case $6::text when 'open' then a.id is null when 'accepted' then a.id is not null else true end
), page as (
  select m.id, m.severity, m.rule, m.camera, row_number() over (order by m.severity, m.rule, m.camera) as row
  from matching m
  where $7::jsonb is null or (m.severity, m.rule, m.camera) > (($7::jsonb ->> 0)::smallint, $7::jsonb ->> 1, $7::jsonb ->> 2)
  order by m.severity, m.rule, m.camera
  limit $8::integer + 1
)
select json_build_object(
  'total', (select count(*) from matching), 'cameras', (select count(distinct camera) from matching),
  'findings', coalesce(json_agg(json_build_object(
     'camera', f.camera, 'name', r.name, 'class', r.class, 'type', r.type, 'unit', r.unit, 'rule', f.rule, 'severity', f.severity,
     'detail', f.detail, 'since', f.valid_from, 'record', f.record, 'lon', c.lon, 'lat', c.lat,
     'accepted', (select json_build_object('id', a.id, 'reason', a.reason, 'operator', a.operator, 'at', a.accepted_at) from archive_acceptance a
                  where a.region = $1::text and a.camera = f.camera and a.rule = f.rule and a.record = f.record and a.withdrawn_at = 'infinity'
                  order by a.id desc limit 1)) order by p.row) filter (where p.row <= $8::integer), '[]'),
  'last', case when count(*) > $8::integer then (select json_build_array(severity, rule, camera) from page where row = $8::integer) end)
from page p
join archive_finding f on f.region = $1::text and f.id = p.id
join archive_record r on r.region = $1::text and r.code = f.camera
left join camera c on c.region = $1::text and c.code = f.camera and c.valid_to = 'infinity'
