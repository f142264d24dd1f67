-- Which purposes does a delivery begin, change and end?
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- Index: purpose_live_name.
with compared as (
  select t.id, t.source, coalesce(t.name, s.name) as name, s.content is not null as staged,
         coalesce(t.content = s.content, false) as same
  from stage_purpose s
  full join (select id, name, source, content from purpose where region = $1::text and valid_to = 'infinity') t
    on t.name = s.name
),
ended as (
  update purpose t set valid_to = $3::timestamptz
  from compared c
  where t.region = $1::text and t.id = c.id
    and ((c.staged and not c.same)
         or (not c.staged and $4::boolean and c.source = $2::text
             and not exists (select from stage_fault f where f.kind = 'purpose' and f.key = c.name)))
  returning c.staged
),
taken_over as (
  update purpose t set source = $2::text
  from compared c
  where t.region = $1::text and t.id = c.id and c.same and c.source <> $2::text
  returning 1
),
begun as (
  insert into purpose (region, name, min_ppm, z_min, z_max, max_tilt, source, content, valid_from)
  select $1::text, s.name, s.min_ppm, s.z_min, s.z_max, s.max_tilt, $2::text, s.content, $3::timestamptz
  from stage_purpose s
  join compared c on c.name = s.name
  where not c.same and (select count(*) from ended) >= 0
  returning 1
)
select (select count(*) from begun)::integer as begun,
       (select count(*) from ended where staged)::integer as changed,
       (select count(*) from ended where not staged)::integer as removed,
       (select count(*) from stage_purpose)::integer as staged;
