-- Which base-map features does a delivery begin, change and end?
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed; $5: EPSG code of the plane.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- Index: backdrop_live_code.
with ended as (
  update backdrop t set valid_to = $3::timestamptz
  where t.region = $1::text and t.valid_to = 'infinity'
    and (exists (select from stage_backdrop s where s.kind = t.kind and s.code = t.code and s.content <> t.content)
         or ($4::boolean and t.source = $2::text and not exists (select from stage_backdrop s where s.kind = t.kind and s.code = t.code)))
  returning t.kind, t.code
),
taken_over as (
  update backdrop t set source = $2::text
  from stage_backdrop s
  where t.region = $1::text and t.valid_to = 'infinity' and s.kind = t.kind and s.code = t.code and s.content = t.content
    and t.source <> $2::text
  returning 1
),
begun as (
  insert into backdrop (region, code, kind, class, name, geom, attributes, source, content, valid_from)
  select $1::text, s.code, s.kind, s.class, s.name, ST_MakeValid(ST_Transform(s.geom, $5::integer)), s.attributes, $2::text, s.content, $3::timestamptz
  from stage_backdrop s
  where (select count(*) from ended) >= 0
    and not exists (
      select from backdrop t where t.region = $1::text and t.valid_to = 'infinity' and s.kind = t.kind and s.code = t.code and s.content = t.content
    )
  returning kind, code
)
select (select count(*) from begun)::integer as begun,
       (select count(*) from ended t where exists (select from stage_backdrop s where s.kind = t.kind and s.code = t.code))::integer as changed,
       (select count(*) from ended t where not exists (select from stage_backdrop s where s.kind = t.kind and s.code = t.code))::integer as removed,
       (select count(*) from stage_backdrop)::integer as staged;
