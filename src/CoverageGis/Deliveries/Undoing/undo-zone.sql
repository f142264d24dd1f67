-- The zones of region $1 as they were before the delivery of $2: what it began ends at $3, and what it
-- ended begins again then. $4: what stays as it is, since it was changed later (kind, new line, key).
-- What depends on it is told by rows of change.
-- Indexes: zone_from, zone_to, zone_live_code.
with ended as (
  update zone t set valid_to = $3::timestamptz
  from zone d
  where d.region = $1::text and d.valid_from = $2::timestamptz and d.valid_to > $2::timestamptz
    and t.region = $1::text and t.site = d.site and t.code = d.code and t.valid_to = 'infinity'
    and 'zone' || chr(10) || d.site || chr(10) || d.code <> all($4::text[])
  returning t.site, t.code, t.geom as geom
),
begun as (
  insert into zone (region, site, code, name, purpose, required_ratio, min_cameras, certainty, min_retention_days,
                   indoor, counts_capture, hours, lit, geom, attributes, source, content, valid_from)
  select $1::text, o.site, o.code, o.name, o.purpose, o.required_ratio, o.min_cameras, o.certainty,
         o.min_retention_days, o.indoor, o.counts_capture, o.hours, o.lit, o.geom, o.attributes, o.source,
         o.content, $3::timestamptz
  from zone o
  where o.region = $1::text and o.valid_to = $2::timestamptz and o.valid_from < $2::timestamptz
    and 'zone' || chr(10) || o.site || chr(10) || o.code <> all($4::text[])
    and (select count(*) from ended) >= 0
  returning site, code, geom
),
told as (
  insert into change (region, kind, code, before, after)
  select $1::text, 'zone', site, e.geom, b.geom from ended e full join begun b using (site, code)
  where (select count(*) from begun) + (select count(*) from ended) <= 20000
  union all
  select $1::text, 'all', null, null, null where (select count(*) from begun) + (select count(*) from ended) > 20000
)
select 'zone' as kind, count(*) filter (where b.site is not null)::integer as begun,
       count(*) filter (where b.site is not null and e.site is not null)::integer as changed,
       count(*) filter (where b.site is null)::integer as removed
from ended e full join begun b using (site, code);
