-- Which zones does a delivery begin, change and end?
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed; $5: EPSG code of the plane.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- $2 null: an edit, of which a record keeps its source. What depends on it is told by rows of change.
-- A shape or place that moved by less than 1 mm, as by the rounding of an export, is the same.
-- Index: zone_live_code.
with placed as not materialized (
  select s.*, ST_CollectionExtract(ST_MakeValid(ST_Transform(s.geom, $5::integer)), 3) as ground
  from stage_zone s
),
compared as (
  select t.id, t.source, s.site, s.code, true as staged,
         coalesce(t.content = s.content or (
           (t.name, t.purpose, t.required_ratio, t.min_cameras, t.certainty, t.min_retention_days, t.indoor,
            t.counts_capture, t.hours, t.lit, t.attributes)
           is not distinct from
           (s.name, s.purpose, s.required_ratio, s.min_cameras, s.certainty, s.min_retention_days, s.indoor,
            s.counts_capture, s.hours, s.lit, s.attributes)
           and ST_HausdorffDistance(t.geom, s.ground) < 0.001), false) as same
  from placed s
  left join zone t on t.region = $1::text and t.valid_to = 'infinity' and t.site = s.site and t.code = s.code
  union all
  select t.id, t.source, t.site, t.code, false, false
  from zone t
  where $4::boolean and t.region = $1::text and t.valid_to = 'infinity' and t.source = $2::text
    and not exists (select from stage_zone s where t.site = s.site and t.code = s.code)
),
ended as (
  update zone t set valid_to = $3::timestamptz
  from compared c
  where t.region = $1::text and t.id = c.id
    and ((c.staged and not c.same)
         or (not c.staged and not exists (select from stage_fault f where f.kind = 'zone' and f.key = c.site || chr(10) || c.code)))
  returning c.staged, c.site, c.code, t.geom as geom
),
taken_over as (
  update zone t set source = $2::text
  from compared c
  where t.region = $1::text and t.id = c.id and c.same and c.source <> $2::text
  returning t.id, c.source
),
noted as (
  insert into takeover (region, kind, record, at, source) select $1::text, 'zone', id, $3::timestamptz, source from taken_over
),
begun as (
  insert into zone (region, site, code, name, purpose, required_ratio, min_cameras, certainty, min_retention_days,
                    indoor, counts_capture, hours, lit, geom, attributes, source, content, valid_from)
  select $1::text, s.site, s.code, s.name, s.purpose, s.required_ratio, s.min_cameras, s.certainty,
         s.min_retention_days, s.indoor, s.counts_capture, s.hours, s.lit, s.ground, s.attributes, coalesce($2::text, c.source, 'edit'), s.content,
         $3::timestamptz
  from placed s
  join compared c on c.site = s.site and c.code = s.code
  where not c.same and (select count(*) from ended) >= 0
  returning site, code, geom as geom
),
told as (
  insert into change (region, kind, code, before, after)
  select $1::text, 'zone', site, e.geom, b.geom from ended e full join begun b using (site, code)
  where (select count(*) from begun) + (select count(*) from ended) <= 20000
  union all
  select $1::text, 'all', null, null, null where (select count(*) from begun) + (select count(*) from ended) > 20000
)
select (select count(*) from begun)::integer as begun, (select count(*) from ended where staged)::integer as changed,
       (select count(*) from ended where not staged)::integer as removed, (select count(*) from stage_zone)::integer as staged, (select count(*) from taken_over)::integer as taken_over;
