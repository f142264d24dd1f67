-- Which purposes does a delivery begin, change and end?
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed; $5 operator and $6 note of
-- the new policy version.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- $2 null: an edit, of which a record keeps its source. What depends on it is told by rows of change.
-- Index: purpose_live_name.
with compared as (
  select t.id, t.source, s.name, true as staged,
         coalesce(t.content = s.content or (t.min_ppm, t.z_min, t.z_max, t.max_tilt)
           is not distinct from (s.min_ppm, s.z_min, s.z_max, s.max_tilt), false) as same
  from stage_purpose s
  left join purpose t on t.region = $1::text and t.valid_to = 'infinity' and t.name = s.name
  union all
  select t.id, t.source, t.name, false, false
  from purpose t
  where $4::boolean and t.region = $1::text and t.valid_to = 'infinity' and t.source = $2::text
    and not exists (select from stage_purpose s where t.name = s.name)
),
ended as (
  update purpose t set valid_to = $3::timestamptz
  from compared c
  where t.region = $1::text and t.id = c.id
    and ((c.staged and not c.same)
         or (not c.staged and not exists (select from stage_fault f where f.kind = 'purpose' and f.key = c.name)))
  returning c.staged, c.name
),
taken_over as (
  update purpose t set source = $2::text
  from compared c
  where t.region = $1::text and t.id = c.id and c.same and c.source <> $2::text
  returning t.id, c.source
),
noted as (
  insert into takeover (region, kind, record, at, source) select $1::text, 'purpose', id, $3::timestamptz, source from taken_over
),
begun as (
  insert into purpose (region, name, min_ppm, z_min, z_max, max_tilt, source, content, valid_from)
  select $1::text, s.name, s.min_ppm, s.z_min, s.z_max, s.max_tilt, coalesce($2::text, c.source, 'edit'), s.content, $3::timestamptz
  from stage_purpose s
  join compared c on c.name = s.name
  where not c.same and (select count(*) from ended) >= 0
  returning name
),
told as (
  insert into change (region, kind, code)
  select $1::text, 'purpose', name from (select name from begun union select name from ended) touched
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
       (select count(*) from stage_purpose)::integer as staged,
       (select count(*) from taken_over)::integer as taken_over;
