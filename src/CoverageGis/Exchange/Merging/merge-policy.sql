-- Which policies does a delivery begin, change and end?
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- Index: policy_live_category.
with compared as (
  select t.id, t.source, coalesce(t.category, s.category) as category, s.content is not null as staged,
         coalesce(t.content = s.content, false) as same
  from stage_policy s
  full join (select id, category, source, content from policy where region = $1::text and valid_to = 'infinity') t
    on t.category = s.category
),
ended as (
  update policy t set valid_to = $3::timestamptz
  from compared c
  where t.region = $1::text and t.id = c.id
    and ((c.staged and not c.same)
         or (not c.staged and $4::boolean and c.source = $2::text
             and not exists (select from stage_fault f where f.kind = 'policy' and f.key = c.category)))
  returning c.staged
),
taken_over as (
  update policy t set source = $2::text
  from compared c
  where t.region = $1::text and t.id = c.id and c.same and c.source <> $2::text
  returning 1
),
begun as (
  insert into policy (region, category, purpose, required_ratio, min_cameras, certainty, min_retention_days,
                      counts_capture, ring_width, source, content, valid_from)
  select $1::text, s.category, s.purpose, s.required_ratio, s.min_cameras, s.certainty, s.min_retention_days,
         s.counts_capture, s.ring_width, $2::text, s.content, $3::timestamptz
  from stage_policy s
  join compared c on c.category = s.category
  where not c.same and (select count(*) from ended) >= 0
  returning 1
)
select (select count(*) from begun)::integer as begun,
       (select count(*) from ended where staged)::integer as changed,
       (select count(*) from ended where not staged)::integer as removed,
       (select count(*) from stage_policy)::integer as staged;
