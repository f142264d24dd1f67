-- How does a region stand as a whole, by category and by state, and what is on its map?
-- $1 region, $2 moment, null = now; what of the cameras was taken how is known of now only. Indexes: site_live_code, coverage_live_zone, camera_live_code, gap_live_zone, overreach_live, analysis_moment;
-- of the past: site_past_code, camera_past_code, coverage_zone, gap_zone.
with finding as materialized (
  select category, state, area_m2, seen_m2, unproven_m2, unseen_m2, gaps from site_finding_at($1::text, $2::timestamptz)
), lens as materialized (
  select c.status, c.class, s.blind, s.estimated
  from camera c
  left join camera_sight s on s.region = c.region and s.camera = c.id
  where c.region = $1::text and holds(c.valid_from, c.valid_to, $2::timestamptz) and c.status <> 'removed'
)
select json_build_object(
  'at', $2::timestamptz,
  'analysed_at', (select max(finished_at) from analysis where region = $1::text and finished_at <= coalesce($2::timestamptz, 'infinity')),
  'policy_version', (select max(policy_version) from coverage where region = $1::text and holds(valid_from, valid_to, $2::timestamptz)),
  'sites', (select json_build_object(
     'total', count(*), 'judged', count(*) filter (where state in ('compliant', 'unproven', 'not_compliant')),
     'compliant', count(*) filter (where state = 'compliant'), 'unproven', count(*) filter (where state = 'unproven'),
     'not_compliant', count(*) filter (where state = 'not_compliant'),
     'nothing_to_watch', count(*) filter (where state = 'nothing_to_watch'),
     'not_required', count(*) filter (where state = 'not_required'),
     'not_analysed', count(*) filter (where state = 'not_analysed')) from finding),
  'area_m2', (select coalesce(sum(area_m2), 0) from finding),
  'seen_m2', (select coalesce(sum(seen_m2), 0) from finding),
  'unproven_m2', (select coalesce(sum(unproven_m2), 0) from finding),
  'unseen_m2', (select coalesce(sum(unseen_m2), 0) from finding),
  'categories', (select coalesce(json_agg(json_build_object('category', category, 'sites', sites, 'compliant', compliant) order by sites desc, category), '[]')
     from (select category, count(*) as sites, count(*) filter (where state = 'compliant') as compliant from finding group by category) as by_category),
  'gaps', (select json_build_object('certain', count(*) filter (where certainty = 'certain'), 'unproven', count(*) filter (where certainty = 'unproven'))
     from gap where region = $1::text and holds(valid_from, valid_to, $2::timestamptz)),
  'cameras', (select json_build_object(
     'total', count(*), 'out_of_order', count(*) filter (where status = 'repair'),
     'blind', count(*) filter (where blind is not null and status <> 'repair'),
     'estimated', count(*) filter (where estimated and blind is null and status <> 'repair'),
     'proven', count(*) filter (where not estimated and blind is null and status <> 'repair'),
     'classed', count(*) filter (where class in (1, 2, 3))) from lens),
  'areas', (select json_build_object('protected', count(*) filter (where kind = 'protected'), 'exempt', count(*) filter (where kind = 'exempt'))
     from excluded_area where region = $1::text and holds(valid_from, valid_to, $2::timestamptz) and (until is null or until >= coalesce($2::timestamptz::date, current_date))),
  'overreach', (select json_build_object('cameras', count(distinct (camera_region, camera)), 'areas', count(distinct area),
     'certain_cameras', count(distinct (camera_region, camera)) filter (where certainty = 'certain'),
     'certain_m2', coalesce(sum(area_m2) filter (where certainty = 'certain'), 0), 'possible_m2', coalesce(sum(area_m2) filter (where certainty = 'possible'), 0))
     from overreach where region = $1::text and holds(valid_from, valid_to, $2::timestamptz)),
  'purposes', (select coalesce(json_agg(json_build_object('name', purpose, 'zones', zones) order by zones desc, purpose), '[]')
     from (select purpose, count(*) as zones from coverage where region = $1::text and holds(valid_from, valid_to, $2::timestamptz) group by purpose) as by_purpose),
  'buildings', (select count(*) from occluder where region = $1::text and holds(valid_from, valid_to, $2::timestamptz)))
