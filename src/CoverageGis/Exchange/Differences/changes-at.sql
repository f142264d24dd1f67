-- What did the delivery whose records begin and end at $2 change in region $1? A row for each record that is new or
-- removed, and for each field of one that changed: kind, key, name, outcome, field, before, after (JSON).
-- Indexes: camera_from, camera_to and the like of the other kinds; the primary keys.
with begun as (
  select v.kind, v.key, v.id from record_version v
  where v.region = $1::text and v.valid_from = $2::timestamptz and v.valid_to > $2::timestamptz
),
ended as (
  select v.kind, v.key, v.id from record_version v
  where v.region = $1::text and v.valid_to = $2::timestamptz and v.valid_from < $2::timestamptz
),
pair as (select kind, key, b.id as now, e.id as was from begun b full join ended e using (kind, key))
select p.kind, p.key, coalesce(n.fields, o.fields)->>'name' as name,
       case when p.was is null then 'new' when p.now is null then 'removed' else 'changed' end as outcome,
       d.field, d.was::text, d.now::text
from pair p
left join record_fields o on o.region = $1::text and o.kind = p.kind and o.id = p.was
left join record_fields n on n.region = $1::text and n.kind = p.kind and n.id = p.now
left join lateral (
  select field, o.fields->field as was, n.fields->field as now
  from jsonb_object_keys(o.fields || n.fields) field
  where o.fields->field is distinct from n.fields->field
) d on p.was is not null and p.now is not null
order by p.kind, outcome, p.key, d.field;
