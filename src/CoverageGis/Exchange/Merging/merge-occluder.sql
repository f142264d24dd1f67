-- Which occluders does a delivery begin, change and end? A line becomes a strip of its width, m, with round ends.
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed; $5: EPSG code of the plane.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- Index: occluder_live_code.
with ended as (
  update occluder t set valid_to = $3::timestamptz
  where t.region = $1::text and t.valid_to = 'infinity'
    and (exists (select from stage_occluder s where s.code = t.code and s.content <> t.content)
         or ($4::boolean and t.source = $2::text and not exists (select from stage_occluder s where s.code = t.code)))
  returning t.code
),
taken_over as (
  update occluder t set source = $2::text
  from stage_occluder s
  where t.region = $1::text and t.valid_to = 'infinity' and s.code = t.code and s.content = t.content
    and t.source <> $2::text
  returning 1
),
begun as (
  insert into occluder (region, code, use, name, height_min, height_max, base, geom, attributes, source, content, valid_from)
  select $1::text, s.code, s.use, s.name, s.height_min, s.height_max, s.base,
         case when s.width is null then ST_CollectionExtract(ST_MakeValid(ST_Transform(s.geom, $5::integer)), 3)
              else ST_Buffer(ST_Transform(s.geom, $5::integer), s.width / 2, 'quad_segs=8') end, s.attributes, $2::text, s.content, $3::timestamptz
  from stage_occluder s
  where (select count(*) from ended) >= 0
    and not exists (
      select from occluder t where t.region = $1::text and t.valid_to = 'infinity' and s.code = t.code and s.content = t.content
    )
  returning code
)
select (select count(*) from begun)::integer as begun,
       (select count(*) from ended t where exists (select from stage_occluder s where s.code = t.code))::integer as changed,
       (select count(*) from ended t where not exists (select from stage_occluder s where s.code = t.code))::integer as removed,
       (select count(*) from stage_occluder)::integer as staged;
