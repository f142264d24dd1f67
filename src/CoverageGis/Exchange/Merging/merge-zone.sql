-- Which zones does a delivery begin, change and end?
-- Region $1, source $2, at $3; $4: rows of this source that the delivery lacks are removed; $5: EPSG code of the plane.
-- A changed row ends and a new one begins; what is unchanged is not touched, but belongs to who delivered it last.
-- Index: zone_live_code.
with ended as (
  update zone t set valid_to = $3::timestamptz
  where t.region = $1::text and t.valid_to = 'infinity'
    and (exists (select from stage_zone s where s.site = t.site and s.code = t.code and s.content <> t.content)
         or ($4::boolean and t.source = $2::text and not exists (select from stage_zone s where s.site = t.site and s.code = t.code)))
  returning t.site, t.code
),
taken_over as (
  update zone t set source = $2::text
  from stage_zone s
  where t.region = $1::text and t.valid_to = 'infinity' and s.site = t.site and s.code = t.code and s.content = t.content
    and t.source <> $2::text
  returning 1
),
begun as (
  insert into zone (region, site, code, name, purpose, required_ratio, min_cameras, certainty, min_retention_days,
                    indoor, counts_capture, geom, attributes, source, content, valid_from)
  select $1::text, s.site, s.code, s.name, s.purpose, s.required_ratio, s.min_cameras, s.certainty, s.min_retention_days,
         s.indoor, s.counts_capture, ST_CollectionExtract(ST_MakeValid(ST_Transform(s.geom, $5::integer)), 3), s.attributes, $2::text, s.content, $3::timestamptz
  from stage_zone s
  where (select count(*) from ended) >= 0
    and not exists (
      select from zone t where t.region = $1::text and t.valid_to = 'infinity' and s.site = t.site and s.code = t.code and s.content = t.content
    )
  returning site, code
)
select (select count(*) from begun)::integer as begun,
       (select count(*) from ended t where exists (select from stage_zone s where s.site = t.site and s.code = t.code))::integer as changed,
       (select count(*) from ended t where not exists (select from stage_zone s where s.site = t.site and s.code = t.code))::integer as removed,
       (select count(*) from stage_zone)::integer as staged;
