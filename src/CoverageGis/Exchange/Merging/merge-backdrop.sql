-- Which base-map features does a delivery begin, change and end?
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed; $5: EPSG code of the plane.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- $2 null: an edit, of which a record keeps its source. Who checks the archive is told by a row of change.
-- A shape or place that moved by less than 1 mm, as by the rounding of an export, is the same.
-- Index: backdrop_live_code.
with placed as not materialized (
  select s.*, ST_MakeValid(ST_Transform(s.geom, $5::integer)) as ground from stage_backdrop s
),
compared as (
  select t.id, t.source, s.kind, s.code, true as staged,
         coalesce(t.content = s.content or (
           (t.class, t.name, t.attributes) is not distinct from (s.class, s.name, s.attributes)
           and ST_HausdorffDistance(t.geom, s.ground) < 0.001), false) as same
  from placed s
  left join backdrop t on t.region = $1::text and t.valid_to = 'infinity' and t.kind = s.kind and t.code = s.code
  union all
  select t.id, t.source, t.kind, t.code, false, false
  from backdrop t
  where $4::boolean and t.region = $1::text and t.valid_to = 'infinity' and t.source = $2::text
    and not exists (select from stage_backdrop s where t.kind = s.kind and t.code = s.code)
),
ended as (
  update backdrop t set valid_to = $3::timestamptz
  from compared c
  where t.region = $1::text and t.id = c.id
    and ((c.staged and not c.same)
         or (not c.staged and not exists (select from stage_fault f where f.kind = 'backdrop' and f.key = c.kind || chr(10) || c.code)))
  returning c.staged, c.kind, c.code, t.geom
),
taken_over as (
  update backdrop t set source = $2::text
  from compared c
  where t.region = $1::text and t.id = c.id and c.same and c.source <> $2::text
  returning t.id, c.source
),
noted as (
  insert into takeover (region, kind, record, at, source) select $1::text, 'backdrop', id, $3::timestamptz, source from taken_over
),
begun as (
  insert into backdrop (region, code, kind, class, name, geom, attributes, source, content, valid_from)
  select $1::text, s.code, s.kind, s.class, s.name, s.ground, s.attributes,
         coalesce($2::text, c.source, 'edit'), s.content, $3::timestamptz
  from placed s
  join compared c on c.kind = s.kind and c.code = s.code
  where not c.same and (select count(*) from ended) >= 0
  returning kind, code, geom
),
told as (
  insert into change (region, kind, before, after)
  select $1::text, 'backdrop', (select ST_Extent(e.geom)::geometry from ended e), (select ST_Extent(b.geom)::geometry from begun b)
  where exists (select from ended) or exists (select from begun)
)
select (select count(*) from begun)::integer as begun,
       (select count(*) from ended where staged)::integer as changed,
       (select count(*) from ended where not staged)::integer as removed,
       (select count(*) from stage_backdrop)::integer as staged,
       (select count(*) from taken_over)::integer as taken_over;
