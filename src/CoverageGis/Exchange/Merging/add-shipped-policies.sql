-- Give the new region $1 the shipped policies $2 (JSON object by category; shares 0..1, days, m), as source $3.
-- Index: policy_live_category.
with version as (
  insert into policy_version (region, version, operator, note) values ($1::text, 1, $3::text, 'as shipped')
)
insert into policy (region, category, purpose, required_ratio, min_cameras, certainty, min_retention_days,
                    counts_capture, ring_width, hours, lit, source, content, valid_from)
select $1::text, p.key, p.value->>'purpose', (p.value->>'required_ratio')::float8,
       coalesce((p.value->>'min_cameras')::integer, 1), coalesce(p.value->>'certainty', 'certain'),
       (p.value->>'min_retention_days')::integer, coalesce((p.value->>'counts_capture')::boolean, false),
       coalesce((p.value->>'ring_width')::float8, 15), coalesce(p.value->>'hours', 'day'),
       coalesce((p.value->>'lit')::boolean, false), $3::text, md5(p.value::text)::uuid, transaction_timestamp()
from jsonb_each($2::jsonb) p;
