-- Which policies does a delivery begin, change and end?
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed; $5 operator and $6 note of
-- the new policy version.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- $2 null: an edit, of which a record keeps its source. What depends on it is told by rows of change.
-- Index: policy_live_category.
with compared as (
  select t.id, t.source, s.category, true as staged,
         coalesce(t.content = s.content or (t.purpose, t.required_ratio, t.min_cameras, t.certainty, t.min_retention_days, t.counts_capture, t.ring_width, t.hours, t.lit)
           is not distinct from (s.purpose, s.required_ratio, s.min_cameras, s.certainty, s.min_retention_days, s.counts_capture, s.ring_width, s.hours, s.lit), false) as same
  from stage_policy s
  left join policy t on t.region = $1::text and t.valid_to = 'infinity' and t.category = s.category
  union all
  select t.id, t.source, t.category, false, false
  from policy t
  where $4::boolean and t.region = $1::text and t.valid_to = 'infinity' and t.source = $2::text
    and not exists (select from stage_policy s where t.category = s.category)
),
ended as (
  update policy t set valid_to = $3::timestamptz
  from compared c
  where t.region = $1::text and t.id = c.id
    and ((c.staged and not c.same)
         or (not c.staged and not exists (select from stage_fault f where f.kind = 'policy' and f.key = c.category)))
  returning c.staged, c.category
),
taken_over as (
  update policy t set source = $2::text
  from compared c
  where t.region = $1::text and t.id = c.id and c.same and c.source <> $2::text
  returning t.id, c.source
),
noted as (
  insert into takeover (region, kind, record, at, source) select $1::text, 'policy', id, $3::timestamptz, source from taken_over
),
begun as (
  insert into policy (region, category, purpose, required_ratio, min_cameras, certainty, min_retention_days,
                      counts_capture, ring_width, hours, lit, source, content, valid_from)
  select $1::text, s.category, s.purpose, s.required_ratio, s.min_cameras, s.certainty, s.min_retention_days,
         s.counts_capture, s.ring_width, s.hours, s.lit, coalesce($2::text, c.source, 'edit'), s.content, $3::timestamptz
  from stage_policy s
  join compared c on c.category = s.category
  where not c.same and (select count(*) from ended) >= 0
  returning category
),
told as (
  insert into change (region, kind, code)
  select $1::text, 'policy', category from (select category from begun union select category from ended) touched
  returning 1
),
version as (
  insert into policy_version (region, version, operator, note)
  select $1::text, 1 + coalesce((select max(version) from policy_version where region = $1::text), 0), $5::text, $6::text
  where exists (select from told)
)
select (select count(*) from begun)::integer as begun,
       (select count(*) from ended where staged)::integer as changed,
       (select count(*) from ended where not staged)::integer as removed,
       (select count(*) from stage_policy)::integer as staged,
       (select count(*) from taken_over)::integer as taken_over;
