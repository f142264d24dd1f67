-- How did each site of a region stand at the first moment, and how at the second? As rows of a table; areas in m2, shares 0..1.
-- $1 region, $2 first moment, $3 second moment, null = now. Indexes: site_live_code, site_past_code, coverage_zone, gap_begun.
with ground as materialized (
  select site, sum(ST_Area(geom)) filter (where change = 'gained') as gained, sum(ST_Area(geom)) filter (where change = 'lost') as lost
  from changed_ground($1::text, $2::timestamptz, $3::timestamptz) group by site
)
select coalesce(n.code, p.code) as code, ST_ForcePolygonCCW(ST_Transform(coalesce(n.geom, p.geom), 4326)) as geom,
       jsonb_build_object('code', coalesce(n.code, p.code), 'name', coalesce(n.name, p.name), 'category', coalesce(n.category, p.category)) as recorded,
       jsonb_build_object('state_from', p.state, 'state_to', n.state, 'ratio_from', p.ratio, 'ratio_to', n.ratio,
         'seen_from_m2', p.seen_m2, 'seen_to_m2', n.seen_m2, 'area_from_m2', p.area_m2, 'area_to_m2', n.area_m2,
         'gained_m2', case when p.area_m2 is not null and n.area_m2 is not null then coalesce(g.gained, 0) end,
         'lost_m2', case when p.area_m2 is not null and n.area_m2 is not null then coalesce(g.lost, 0) end,
         'gaps_from', p.gaps, 'gaps_to', n.gaps) as computed
from site_finding_at($1::text, $2::timestamptz) p
full join site_finding_at($1::text, $3::timestamptz) n on n.code = p.code
left join ground g on g.site = coalesce(n.code, p.code)
order by case when p.area_m2 is not null and n.area_m2 is not null then coalesce(g.lost, 0) else 0 end desc, coalesce(n.code, p.code)
