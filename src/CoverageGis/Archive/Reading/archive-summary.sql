-- How many findings does the archive of region $1 have, by rule and by unit: open, and accepted as they are? Of unit $2 and
-- rule $3, each any when null: what one is filtered by does not narrow its own counts.
-- Indexes: archive_finding_worst, archive_record_unit, archive_acceptance_of, primary key of archive_state.
with finding as materialized (
  select f.rule, f.severity, f.camera, r.unit, a.id is not null as accepted
  from archive_finding f
  join archive_record r on r.region = $1::text and r.code = f.camera
  left join archive_acceptance a on a.region = $1::text and a.camera = f.camera and a.rule = f.rule and a.record = f.record
                                and a.withdrawn_at = 'infinity'
  where f.region = $1::text and f.valid_to = 'infinity'
),
rule as (
  select rule, severity, count(*) filter (where not accepted) as open, count(*) filter (where accepted) as accepted
  from finding where $2::text is null or unit = case $2::text when '-' then '' else $2::text end
  group by rule, severity
),
unit as (
  select r.unit, count(*) as records, coalesce(max(f.open), 0) as open, coalesce(max(f.accepted), 0) as accepted, coalesce(max(f.cameras), 0) as cameras
  from archive_record r
  left join (
    select unit, count(*) filter (where not accepted) as open, count(*) filter (where accepted) as accepted,
           count(distinct camera) filter (where not accepted) as cameras
    from finding where $3::text is null or rule = $3::text group by unit) f on f.unit = r.unit
  where r.region = $1::text group by r.unit
)
select json_build_object(
  'checked_on', (select s.checked_on from archive_state s where s.region = $1::text),
  'records', (select count(*) from archive_record r where r.region = $1::text),
  'open', (select count(*) filter (where not accepted) from finding), 'accepted', (select count(*) filter (where accepted) from finding),
  'cameras', (select count(distinct camera) filter (where not accepted) from finding),
  'severities', (select json_build_object('fault', count(*) filter (where severity = 1), 'warning', count(*) filter (where severity = 2),
                                          'hint', count(*) filter (where severity = 3)) from finding where not accepted),
  'rules', coalesce((select json_agg(json_build_object('rule', rule, 'severity', severity, 'open', open, 'accepted', accepted)
                                     order by severity, open desc, rule) from rule), '[]'),
  'units', coalesce((select json_agg(json_build_object('unit', unit, 'records', records, 'open', open, 'accepted', accepted, 'cameras', cameras)
                                     order by open desc, unit) from unit), '[]'))
