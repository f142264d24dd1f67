-- Which policies does a delivery begin, change and end?
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- Index: policy_live_category.
with ended as (
  update policy t set valid_to = $3::timestamptz
  where t.region = $1::text and t.valid_to = 'infinity'
    and (exists (select from stage_policy s where s.category = t.category and s.content <> t.content)
         or ($4::boolean and t.source = $2::text and not exists (select from stage_policy s where s.category = t.category)))
  returning t.category
),
taken_over as (
  update policy t set source = $2::text
  from stage_policy s
  where t.region = $1::text and t.valid_to = 'infinity' and s.category = t.category and s.content = t.content
    and t.source <> $2::text
  returning 1
),
begun as (
  insert into policy (region, category, purpose, required_ratio, min_cameras, certainty, min_retention_days,
                      counts_capture, ring_width, source, content, valid_from)
  select $1::text, s.category, s.purpose, s.required_ratio, s.min_cameras, s.certainty, s.min_retention_days,
         s.counts_capture, s.ring_width, $2::text, s.content, $3::timestamptz
  from stage_policy s
  where (select count(*) from ended) >= 0
    and not exists (
      select from policy t where t.region = $1::text and t.valid_to = 'infinity' and s.category = t.category and s.content = t.content
    )
  returning category
)
select (select count(*) from begun)::integer as begun,
       (select count(*) from ended t where exists (select from stage_policy s where s.category = t.category))::integer as changed,
       (select count(*) from ended t where not exists (select from stage_policy s where s.category = t.category))::integer as removed,
       (select count(*) from stage_policy)::integer as staged;
