-- Which occluders does a delivery begin, change and end? A line becomes a strip of its width, m, with round ends.
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed; $5: EPSG code of the plane.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- $2 null: an edit, of which a record keeps its source. What depends on it is told by rows of change.
-- A shape or place that moved by less than 1 mm, as by the rounding of an export, is the same.
-- Index: occluder_live_code.
with placed as not materialized (
  select s.*, case when s.width is null then ST_CollectionExtract(ST_MakeValid(ST_Transform(s.geom, $5::integer)), 3)
                   else ST_Buffer(ST_Transform(s.geom, $5::integer), s.width / 2, 'quad_segs=8') end as ground
  from stage_occluder s
),
compared as (
  select t.id, t.source, s.code, true as staged,
         coalesce(t.content = s.content or (
           (t.use, t.name, t.height_min, t.height_max, t.base, t.attributes)
           is not distinct from (s.use, s.name, s.height_min, s.height_max, s.base, s.attributes)
           and ST_HausdorffDistance(t.geom, s.ground) < 0.001), false) as same
  from placed s
  left join occluder t on t.region = $1::text and t.valid_to = 'infinity' and t.code = s.code
  union all
  select t.id, t.source, t.code, false, false
  from occluder t
  where $4::boolean and t.region = $1::text and t.valid_to = 'infinity' and t.source = $2::text
    and not exists (select from stage_occluder s where t.code = s.code)
),
ended as (
  update occluder t set valid_to = $3::timestamptz
  from compared c
  where t.region = $1::text and t.id = c.id
    and ((c.staged and not c.same)
         or (not c.staged and not exists (select from stage_fault f where f.kind = 'occluder' and f.key = c.code)))
  returning c.staged, c.code, t.geom as geom
),
taken_over as (
  update occluder t set source = $2::text
  from compared c
  where t.region = $1::text and t.id = c.id and c.same and c.source <> $2::text
  returning t.id, c.source
),
noted as (
  insert into takeover (region, kind, record, at, source) select $1::text, 'occluder', id, $3::timestamptz, source from taken_over
),
begun as (
  insert into occluder (region, code, use, name, height_min, height_max, base, geom, attributes, source, content,
                        valid_from)
  select $1::text, s.code, s.use, s.name, s.height_min, s.height_max, s.base,
         s.ground, s.attributes, coalesce($2::text, c.source, 'edit'), s.content, $3::timestamptz
  from placed s
  join compared c on c.code = s.code
  where not c.same and (select count(*) from ended) >= 0
  returning code, geom as geom
),
told as (
  insert into change (region, kind, code, before, after)
  select $1::text, 'occluder', code, e.geom, b.geom from ended e full join begun b using (code)
  where (select count(*) from begun) + (select count(*) from ended) <= 20000
  union all
  select $1::text, 'all', null, null, null where (select count(*) from begun) + (select count(*) from ended) > 20000
)
select (select count(*) from begun)::integer as begun,
       (select count(*) from ended where staged)::integer as changed,
       (select count(*) from ended where not staged)::integer as removed,
       (select count(*) from stage_occluder)::integer as staged,
       (select count(*) from taken_over)::integer as taken_over;
