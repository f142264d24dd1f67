-- The policies of region $1 as they were before the delivery of $2: what it began ends at $3, and what it
-- ended begins again then. $4: what stays as it is, since it was changed later (kind, new line, key).
-- What depends on it is told by rows of change.
-- $5 operator and $6 note of the new policy version.
-- Index: policy_live_category; the few versions are read whole.
with ended as (
  update policy t set valid_to = $3::timestamptz
  from policy d
  where d.region = $1::text and d.valid_from = $2::timestamptz and d.valid_to > $2::timestamptz
    and t.region = $1::text and t.category = d.category and t.valid_to = 'infinity'
    and 'policy' || chr(10) || d.category <> all($4::text[])
  returning t.category
),
begun as (
  insert into policy (region, category, purpose, required_ratio, min_cameras, certainty, min_retention_days,
                     counts_capture, ring_width, hours, lit, source, content, valid_from)
  select $1::text, o.category, o.purpose, o.required_ratio, o.min_cameras, o.certainty, o.min_retention_days,
         o.counts_capture, o.ring_width, o.hours, o.lit, o.source, o.content, $3::timestamptz
  from policy o
  where o.region = $1::text and o.valid_to = $2::timestamptz and o.valid_from < $2::timestamptz
    and 'policy' || chr(10) || o.category <> all($4::text[])
    and (select count(*) from ended) >= 0
  returning category
),
told as (
  insert into change (region, kind, code)
  select $1::text, 'policy', category from (select category from begun union select category from ended) touched
  returning 1
),
version as (
  insert into policy_version (region, version, operator, note)
  select $1::text, 1 + coalesce((select max(version) from policy_version where region = $1::text), 0), $5::text, $6::text
  where exists (select from told)
)
select 'policy' as kind, count(*) filter (where b.category is not null)::integer as begun,
       count(*) filter (where b.category is not null and e.category is not null)::integer as changed,
       count(*) filter (where b.category is null)::integer as removed
from ended e full join begun b using (category);
