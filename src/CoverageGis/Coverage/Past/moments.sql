-- At which moments did an analysis of a region end, newest first, and what came of each?
-- $1 region, $2 only what is older than this moment, or null, $3 most rows.
-- Indexes: analysis_moment, coverage_begun, gap_begun, gap_ended.
with moment as (
  select finished_at, kind, policy_version, zones, cameras, summary, id
  from analysis
  where region = $1::text and ($2::timestamptz is null or finished_at < $2::timestamptz)
  order by finished_at desc, id desc
  limit $3::int + 1
), numbered as (
  select *, row_number() over (order by finished_at desc, id desc) as row from moment
)
select json_build_object(
  'moments', coalesce(json_agg(json_build_object(
     'at', finished_at, 'kind', kind, 'policy_version', policy_version, 'zones', zones, 'cameras', cameras,
     'compliant', (summary ->> 'compliant')::integer, 'gaps', (summary ->> 'gaps')::integer,
     'zones_changed', (select count(*) from coverage c where c.region = $1::text and c.valid_from = m.finished_at),
     'gaps_opened', (select count(*) from gap g where g.region = $1::text and g.valid_from = m.finished_at
                     and not exists (select from gap b where b.region = g.region and b.number = g.number and b.valid_from < g.valid_from)),
     'gaps_closed', (select count(*) from gap g where g.region = $1::text and g.valid_to = m.finished_at and g.valid_to < 'infinity'
                     and not exists (select from gap a where a.region = g.region and a.number = g.number and a.valid_from = g.valid_to)))
     order by row) filter (where row <= $3::int), '[]'),
  'next', (select finished_at from numbered where row = $3::int and exists (select from numbered where row > $3::int)))
from numbered m
