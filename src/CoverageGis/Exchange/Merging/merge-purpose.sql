-- Which purposes does a delivery begin, change and end?
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- Index: purpose_live_name.
with ended as (
  update purpose t set valid_to = $3::timestamptz
  where t.region = $1::text and t.valid_to = 'infinity'
    and (exists (select from stage_purpose s where s.name = t.name and s.content <> t.content)
         or ($4::boolean and t.source = $2::text and not exists (select from stage_purpose s where s.name = t.name)))
  returning t.name
),
taken_over as (
  update purpose t set source = $2::text
  from stage_purpose s
  where t.region = $1::text and t.valid_to = 'infinity' and s.name = t.name and s.content = t.content
    and t.source <> $2::text
  returning 1
),
begun as (
  insert into purpose (region, name, min_ppm, z_min, z_max, max_tilt, source, content, valid_from)
  select $1::text, s.name, s.min_ppm, s.z_min, s.z_max, s.max_tilt, $2::text, s.content, $3::timestamptz
  from stage_purpose s
  where (select count(*) from ended) >= 0
    and not exists (
      select from purpose t where t.region = $1::text and t.valid_to = 'infinity' and s.name = t.name and s.content = t.content
    )
  returning name
)
select (select count(*) from begun)::integer as begun,
       (select count(*) from ended t where exists (select from stage_purpose s where s.name = t.name))::integer as changed,
       (select count(*) from ended t where not exists (select from stage_purpose s where s.name = t.name))::integer as removed,
       (select count(*) from stage_purpose)::integer as staged;
