-- The units of region $1 as they were before the delivery of $2: what it began ends at $3, and what it
-- ended begins again then. $4: what stays as it is, since it was changed later (kind, new line, key).
-- Indexes: unit_from, unit_to, unit_live_code.
with ended as (
  update unit t set valid_to = $3::timestamptz
  from unit d
  where d.region = $1::text and d.valid_from = $2::timestamptz and d.valid_to > $2::timestamptz
    and t.region = $1::text and t.code = d.code and t.valid_to = 'infinity'
    and 'unit' || chr(10) || d.code <> all($4::text[])
  returning t.code, t.geom
),
begun as (
  insert into unit (region, code, name, geom, attributes, source, content, valid_from)
  select $1::text, o.code, o.name, o.geom, o.attributes, o.source, o.content, $3::timestamptz
  from unit o
  where o.region = $1::text and o.valid_to = $2::timestamptz and o.valid_from < $2::timestamptz
    and 'unit' || chr(10) || o.code <> all($4::text[])
    and (select count(*) from ended) >= 0
  returning code, geom
),
told as (
  insert into change (region, kind, before, after)
  select $1::text, 'unit', (select ST_Extent(e.geom)::geometry from ended e), (select ST_Extent(b.geom)::geometry from begun b)
  where exists (select from ended) or exists (select from begun)
)
select 'unit' as kind, count(*) filter (where b.code is not null)::integer as begun,
       count(*) filter (where b.code is not null and e.code is not null)::integer as changed,
       count(*) filter (where b.code is null)::integer as removed
from ended e full join begun b using (code);
