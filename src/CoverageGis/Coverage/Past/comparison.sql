-- What of a region is seen at the second moment that was not at the first, and the other way round; by site, worst losses first?
-- Areas in m2; gained, lost and unchanged are certainly seen ground. A site that was there at one moment only gains and loses nothing.
-- $1 region, $2 first moment, $3 second moment, null = now, $4 most sites.
-- Indexes: site_live_code, site_past_code, coverage_zone, gap_begun, gap_number_of.
with ground as materialized (
  select site, change, sum(ST_Area(geom)) as area_m2 from changed_ground($1::text, $2::timestamptz, $3::timestamptz) group by site, change
), turned as (
  select site, count(*) filter (where not is_there) as closed, count(*) filter (where not was_there) as opened
  from (select g.site, g.number, bool_or(holds(g.valid_from, g.valid_to, $2::timestamptz)) as was_there,
               bool_or(holds(g.valid_from, g.valid_to, $3::timestamptz)) as is_there
        from gap g
        where g.region = $1::text and g.valid_to > $2::timestamptz and g.valid_from <= coalesce($3::timestamptz, 'infinity')
        group by g.site, g.number) as gap
  where was_there or is_there
  group by site
), site as materialized (
  select coalesce(n.code, p.code) as code, coalesce(n.name, p.name) as name, coalesce(n.category, p.category) as category,
         coalesce(n.geom, p.geom) as geom, p.state as state_from, n.state as state_to, p.ratio as ratio_from, n.ratio as ratio_to,
         p.area_m2 as area_from, n.area_m2 as area_to, p.seen_m2 as seen_from, n.seen_m2 as seen_to,
         coalesce(p.gaps, 0) as gaps_from, coalesce(n.gaps, 0) as gaps_to, coalesce(t.opened, 0) as opened, coalesce(t.closed, 0) as closed,
         case when p.area_m2 is not null and n.area_m2 is not null then coalesce(g.area_m2, 0) else 0 end as gained,
         case when p.area_m2 is not null and n.area_m2 is not null then coalesce(l.area_m2, 0) else 0 end as lost
  from site_finding_at($1::text, $2::timestamptz) p
  full join site_finding_at($1::text, $3::timestamptz) n on n.code = p.code
  left join ground g on g.site = coalesce(n.code, p.code) and g.change = 'gained'
  left join ground l on l.site = coalesce(n.code, p.code) and l.change = 'lost'
  left join turned t on t.site = coalesce(n.code, p.code)
), different as materialized (
  select *, greatest(0, least(seen_from - lost, seen_to - gained)) as unchanged from site
), listed as (
  select *, row_number() over (order by lost desc, coalesce(seen_from, 0) - coalesce(seen_to, 0) desc, gained desc, code) as row
  from different
  where lost >= 0.5 or gained >= 0.5 or state_from is distinct from state_to or opened + closed > 0
)
select json_build_object(
  'from', $2::timestamptz, 'to', $3::timestamptz,
  'totals', (select json_build_object('sites_from', count(state_from), 'sites_to', count(state_to), 'changed', (select count(*) from listed),
     'gained_m2', coalesce(sum(gained), 0), 'lost_m2', coalesce(sum(lost), 0), 'unchanged_m2', coalesce(sum(unchanged), 0),
     'area_from_m2', coalesce(sum(area_from), 0), 'area_to_m2', coalesce(sum(area_to), 0),
     'seen_from_m2', coalesce(sum(seen_from), 0), 'seen_to_m2', coalesce(sum(seen_to), 0), 'gaps_from', sum(gaps_from), 'gaps_to', sum(gaps_to),
     'gaps_opened', sum(opened), 'gaps_closed', sum(closed),
     'compliant_from', count(*) filter (where state_from = 'compliant'), 'compliant_to', count(*) filter (where state_to = 'compliant'),
     'became_compliant', count(*) filter (where state_to = 'compliant' and state_from <> 'compliant'),
     'ceased_compliant', count(*) filter (where state_from = 'compliant' and state_to <> 'compliant')) from different),
  'sites', coalesce((select json_agg(json_build_object('code', code, 'name', name, 'category', category, 'state_from', state_from, 'state_to', state_to,
     'ratio_from', ratio_from, 'ratio_to', ratio_to, 'area_from_m2', area_from, 'area_to_m2', area_to, 'seen_from_m2', seen_from, 'seen_to_m2', seen_to,
     'gained_m2', gained, 'lost_m2', lost, 'unchanged_m2', unchanged, 'gaps_from', gaps_from, 'gaps_to', gaps_to, 'gaps_opened', opened, 'gaps_closed', closed,
     'point', ST_AsGeoJSON(ST_Transform(ST_PointOnSurface(geom), 4326), 6)::json) order by row) from listed where row <= $4::int), '[]'))
