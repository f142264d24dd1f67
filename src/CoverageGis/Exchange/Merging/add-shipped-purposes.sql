-- Give the new region $1 the shipped purposes $2 (JSON object by name; px/m, m, degrees), as source $3.
-- Index: purpose_live_name.
insert into purpose (region, name, min_ppm, z_min, z_max, max_tilt, source, content, valid_from)
select $1::text, p.key, (p.value->>'min_ppm')::float8, (p.value->>'z_min')::float8, (p.value->>'z_max')::float8,
       (p.value->>'max_tilt')::float8, $3::text, md5(p.value::text)::uuid, transaction_timestamp()
from jsonb_each($2::jsonb) p;
