-- The base-map features of region $1 as they were before the delivery of $2: what it began ends at $3, and what it
-- ended begins again then. $4: what stays as it is, since it was changed later (kind, new line, key).
-- Indexes: backdrop_from, backdrop_to, backdrop_live_code.
with ended as (
  update backdrop t set valid_to = $3::timestamptz
  from backdrop d
  where d.region = $1::text and d.valid_from = $2::timestamptz and d.valid_to > $2::timestamptz
    and t.region = $1::text and t.kind = d.kind and t.code = d.code and t.valid_to = 'infinity'
    and 'backdrop' || chr(10) || d.kind || chr(10) || d.code <> all($4::text[])
  returning t.kind, t.code, t.geom
),
begun as (
  insert into backdrop (region, kind, code, class, name, geom, attributes, source, content, valid_from)
  select $1::text, o.kind, o.code, o.class, o.name, o.geom, o.attributes, o.source, o.content, $3::timestamptz
  from backdrop o
  where o.region = $1::text and o.valid_to = $2::timestamptz and o.valid_from < $2::timestamptz
    and 'backdrop' || chr(10) || o.kind || chr(10) || o.code <> all($4::text[])
    and (select count(*) from ended) >= 0
  returning kind, code, geom
),
told as (
  insert into change (region, kind, before, after)
  select $1::text, 'backdrop', (select ST_Extent(e.geom)::geometry from ended e), (select ST_Extent(b.geom)::geometry from begun b)
  where exists (select from ended) or exists (select from begun)
)
select 'backdrop' as kind, count(*) filter (where b.kind is not null)::integer as begun,
       count(*) filter (where b.kind is not null and e.kind is not null)::integer as changed,
       count(*) filter (where b.kind is null)::integer as removed
from ended e full join begun b using (kind, code);
