-- Which sites match a filter, in which order, one page of them?
-- $8 moment, null = now. $1 region, $2 category or null, $3 state or null, $4 part of a name or code in lower case, or null, $5 order (worst, name),
-- $6 the key of the last row of the page before as a JSON array, or null, $7 rows in a page.
-- Worst: not compliant, unproven, not analysed, compliant, the rest; in each the smallest share first, then the largest unseen area.
-- Indexes: site_live_code, site_past_code, coverage_live_zone, coverage_zone.
with found as materialized (
  select code, name, category, state, in_scope, ratio, ratio_possible, ratio_night, area_m2, unseen_m2, unproven_m2, gaps, geom,
         case when $5::text = 'name' then 0
              else 10 * array_position(array['not_compliant', 'unproven', 'not_analysed', 'compliant', 'nothing_to_watch', 'not_required'], state)
                   + coalesce(ratio, 2) end::float8 as key_1,
         case when $5::text = 'name' then 0 else -coalesce(unseen_m2, 0) end::float8 as key_2,
         case when $5::text = 'name' then lower(name) else '' end as key_3
  from site_finding_at($1::text, $8::timestamptz)
  where ($2::text is null or category = $2::text)
    and ($3::text is null or state = $3::text)
    and ($4::text is null or strpos(lower(name), $4::text) > 0 or strpos(lower(code), $4::text) > 0)
), page as (
  select *
  from found
  where $6::jsonb is null
     or (key_1, key_2, key_3, code) > (($6::jsonb ->> 0)::float8, ($6::jsonb ->> 1)::float8, $6::jsonb ->> 2, $6::jsonb ->> 3)
  order by key_1, key_2, key_3, code
  limit $7::int + 1
), numbered as (
  select *, row_number() over (order by key_1, key_2, key_3, code) as row from page
)
select json_build_object(
  'total', (select count(*) from found),
  'sites', coalesce(json_agg(json_build_object(
     'code', code, 'name', name, 'category', category, 'state', state, 'in_scope', in_scope, 'ratio', ratio, 'ratio_possible', ratio_possible, 'ratio_night', ratio_night,
     'area_m2', area_m2, 'unseen_m2', unseen_m2, 'unproven_m2', unproven_m2, 'gaps', gaps,
     'point', ST_AsGeoJSON(ST_Transform(ST_PointOnSurface(geom), 4326), 6)::json) order by row) filter (where row <= $7::int), '[]'),
  'last', case when count(*) > $7::int then (select json_build_array(key_1, key_2, key_3, code) from numbered where row = $7::int) end)
from numbered
