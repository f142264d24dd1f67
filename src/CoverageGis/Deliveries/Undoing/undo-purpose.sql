-- The purposes of region $1 as they were before the delivery of $2: what it began ends at $3, and what it
-- ended begins again then. $4: what stays as it is, since it was changed later (kind, new line, key).
-- What depends on it is told by rows of change.
-- $5 operator and $6 note of the new policy version.
-- Index: purpose_live_name; the few versions are read whole.
with ended as (
  update purpose t set valid_to = $3::timestamptz
  from purpose d
  where d.region = $1::text and d.valid_from = $2::timestamptz and d.valid_to > $2::timestamptz
    and t.region = $1::text and t.name = d.name and t.valid_to = 'infinity'
    and 'purpose' || chr(10) || d.name <> all($4::text[])
  returning t.name
),
begun as (
  insert into purpose (region, name, min_ppm, z_min, z_max, max_tilt, source, content, valid_from)
  select $1::text, o.name, o.min_ppm, o.z_min, o.z_max, o.max_tilt, o.source, o.content, $3::timestamptz
  from purpose o
  where o.region = $1::text and o.valid_to = $2::timestamptz and o.valid_from < $2::timestamptz
    and 'purpose' || chr(10) || o.name <> all($4::text[])
    and (select count(*) from ended) >= 0
  returning name
),
told as (
  insert into change (region, kind, code)
  select $1::text, 'purpose', name from (select name from begun union select name from ended) touched
  returning 1
),
version as (
  insert into policy_version (region, version, operator, note)
  select $1::text, 1 + coalesce((select max(version) from policy_version where region = $1::text), 0), $5::text, $6::text
  where exists (select from told)
)
select 'purpose' as kind, count(*) filter (where b.name is not null)::integer as begun,
       count(*) filter (where b.name is not null and e.name is not null)::integer as changed,
       count(*) filter (where b.name is null)::integer as removed
from ended e full join begun b using (name);
