-- The occluders of region $1 as they were before the delivery of $2: what it began ends at $3, and what it
-- ended begins again then. $4: what stays as it is, since it was changed later (kind, new line, key).
-- What depends on it is told by rows of change.
-- Indexes: occluder_from, occluder_to, occluder_live_code.
with ended as (
  update occluder t set valid_to = $3::timestamptz
  from occluder d
  where d.region = $1::text and d.valid_from = $2::timestamptz and d.valid_to > $2::timestamptz
    and t.region = $1::text and t.code = d.code and t.valid_to = 'infinity'
    and 'occluder' || chr(10) || d.code <> all($4::text[])
  returning t.code, t.geom as geom
),
begun as (
  insert into occluder (region, code, use, name, height_min, height_max, base, geom, attributes, source, content,
                       valid_from)
  select $1::text, o.code, o.use, o.name, o.height_min, o.height_max, o.base, o.geom, o.attributes, o.source,
         o.content, $3::timestamptz
  from occluder o
  where o.region = $1::text and o.valid_to = $2::timestamptz and o.valid_from < $2::timestamptz
    and 'occluder' || chr(10) || o.code <> all($4::text[])
    and (select count(*) from ended) >= 0
  returning code, geom
),
told as (
  insert into change (region, kind, code, before, after)
  select $1::text, 'occluder', code, e.geom, b.geom from ended e full join begun b using (code)
  where (select count(*) from begun) + (select count(*) from ended) <= 20000
  union all
  select $1::text, 'all', null, null, null where (select count(*) from begun) + (select count(*) from ended) > 20000
)
select 'occluder' as kind, count(*) filter (where b.code is not null)::integer as begun,
       count(*) filter (where b.code is not null and e.code is not null)::integer as changed,
       count(*) filter (where b.code is null)::integer as removed
from ended e full join begun b using (code);
