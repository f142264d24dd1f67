-- Which records of region $1 break a rule about their own fields ($2, the rules as in data/archive-rules.json)? A rule asks
-- for all conditions of its `when`; with `needs`, one of those fields has to be missing as well.
-- Indexes: primary keys of stale_record and archive_record.
insert into archive_finding_draft (region, camera, rule, detail)
select $1::text, r.code, rule ->> 'code',
       jsonb_strip_nulls(jsonb_build_object('missing', missing.fields))
         || coalesce((select jsonb_object_agg(n, r.fields -> n) from jsonb_array_elements_text(rule -> 'shows') n where r.fields ? n), '{}')
from stale_record s
join archive_record r on r.region = $1::text and r.code = s.code
cross join jsonb_array_elements($2::jsonb) rule
cross join lateral (
  select jsonb_agg(n) as fields from jsonb_array_elements_text(rule -> 'needs') n where not r.fields ? n
) missing
where s.region = $1::text and rule ? 'when'
  and (r.status <> 'removed' or (rule ->> 'of_removed')::boolean)
  and (missing.fields is not null or not rule ? 'needs')
  and not exists (select from jsonb_array_elements(rule -> 'when') c where not archive_holds(r.fields ->> (c ->> 'field'), c));
