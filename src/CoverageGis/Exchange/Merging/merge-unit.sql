-- Which units does a delivery begin, change and end?
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed; $5: EPSG code of the plane.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- Index: unit_live_code.
with compared as (
  select t.id, t.source, coalesce(t.code, s.code) as code, s.content is not null as staged,
         coalesce(t.content = s.content, false) as same
  from stage_unit s
  full join (select id, code, source, content from unit where region = $1::text and valid_to = 'infinity') t
    on t.code = s.code
),
ended as (
  update unit t set valid_to = $3::timestamptz
  from compared c
  where t.region = $1::text and t.id = c.id
    and ((c.staged and not c.same)
         or (not c.staged and $4::boolean and c.source = $2::text
             and not exists (select from stage_fault f where f.kind = 'unit' and f.key = c.code)))
  returning c.staged
),
taken_over as (
  update unit t set source = $2::text
  from compared c
  where t.region = $1::text and t.id = c.id and c.same and c.source <> $2::text
  returning 1
),
begun as (
  insert into unit (region, code, name, geom, attributes, source, content, valid_from)
  select $1::text, s.code, s.name, ST_CollectionExtract(ST_MakeValid(ST_Transform(s.geom, $5::integer)), 3),
         s.attributes, $2::text, s.content, $3::timestamptz
  from stage_unit s
  join compared c on c.code = s.code
  where not c.same and (select count(*) from ended) >= 0
  returning 1
)
select (select count(*) from begun)::integer as begun,
       (select count(*) from ended where staged)::integer as changed,
       (select count(*) from ended where not staged)::integer as removed,
       (select count(*) from stage_unit)::integer as staged;
