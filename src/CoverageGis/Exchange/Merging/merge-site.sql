-- Which key sites does a delivery begin, change and end? A point becomes a disc of its radius, m.
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed; $5: EPSG code of the plane.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- Index: site_live_code.
with ended as (
  update site t set valid_to = $3::timestamptz
  where t.region = $1::text and t.valid_to = 'infinity'
    and (exists (select from stage_site s where s.code = t.code and s.content <> t.content)
         or ($4::boolean and t.source = $2::text and not exists (select from stage_site s where s.code = t.code)))
  returning t.code
),
taken_over as (
  update site t set source = $2::text
  from stage_site s
  where t.region = $1::text and t.valid_to = 'infinity' and s.code = t.code and s.content = t.content
    and t.source <> $2::text
  returning 1
),
begun as (
  insert into site (region, code, name, category, in_scope, geom, attributes, source, content, valid_from)
  select $1::text, s.code, s.name, s.category, s.in_scope,
         case when s.radius is null then ST_CollectionExtract(ST_MakeValid(ST_Transform(s.geom, $5::integer)), 3)
              else ST_Buffer(ST_Transform(s.geom, $5::integer), s.radius, 'quad_segs=64') end, s.attributes, $2::text, s.content, $3::timestamptz
  from stage_site s
  where (select count(*) from ended) >= 0
    and not exists (
      select from site t where t.region = $1::text and t.valid_to = 'infinity' and s.code = t.code and s.content = t.content
    )
  returning code
)
select (select count(*) from begun)::integer as begun,
       (select count(*) from ended t where exists (select from stage_site s where s.code = t.code))::integer as changed,
       (select count(*) from ended t where not exists (select from stage_site s where s.code = t.code))::integer as removed,
       (select count(*) from stage_site)::integer as staged;
