-- Which excluded areas of kind $6 (protected, exempt) does a delivery begin, change and end?
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed; $5: EPSG code of the plane.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- Index: excluded_area_live_code.
with ended as (
  update excluded_area t set valid_to = $3::timestamptz
  where t.region = $1::text and t.valid_to = 'infinity' and t.kind = $6::text
    and (exists (select from stage_excluded_area s where s.kind = t.kind and s.code = t.code and s.content <> t.content)
         or ($4::boolean and t.source = $2::text
             and not exists (select from stage_excluded_area s where s.kind = t.kind and s.code = t.code)))
  returning t.kind, t.code
),
taken_over as (
  update excluded_area t set source = $2::text
  from stage_excluded_area s
  where t.region = $1::text and t.valid_to = 'infinity' and t.kind = $6::text and s.kind = t.kind and s.code = t.code and s.content = t.content
    and t.source <> $2::text
  returning 1
),
begun as (
  insert into excluded_area (region, kind, code, name, reason, until, geom, attributes, source, content, valid_from)
  select $1::text, s.kind, s.code, s.name, s.reason, s.until, ST_CollectionExtract(ST_MakeValid(ST_Transform(s.geom, $5::integer)), 3), s.attributes, $2::text, s.content, $3::timestamptz
  from stage_excluded_area s
  where s.kind = $6::text and (select count(*) from ended) >= 0
    and not exists (
      select from excluded_area t where t.region = $1::text and t.valid_to = 'infinity' and s.kind = t.kind and s.code = t.code and s.content = t.content
    )
  returning kind, code
)
select (select count(*) from begun)::integer as begun,
       (select count(*) from ended t where exists (select from stage_excluded_area s where s.kind = t.kind and s.code = t.code))::integer as changed,
       (select count(*) from ended t where not exists (select from stage_excluded_area s where s.kind = t.kind and s.code = t.code))::integer as removed,
       (select count(*) from stage_excluded_area s where s.kind = $6::text)::integer as staged;
