-- The key sites of region $1 at moment $2 (null = now) as scene features, with what the last analysis until then found of their zones together
-- (shares weighted by area); areas in m2, shares 0..1.
-- Indexes: site_live_code, site_past_code, coverage_live_zone, coverage_zone.
select s.code, ST_ForcePolygonCCW(ST_Transform(s.geom, 4326)) as geom,
       s.attributes || jsonb_strip_nulls(jsonb_build_object('kind', 'site', 'code', s.code, 'name', s.name, 'category', s.category,
         'in_scope', s.in_scope)) as recorded,
       jsonb_build_object('area_m2', c.area_m2, 'seen_m2', c.seen_m2, 'unproven_m2', c.unproven_m2,
         'unseen_m2', c.unseen_m2, 'ratio', c.seen_m2 / nullif(c.area_m2, 0),
         'ratio_nominal', c.nominal_m2 / nullif(c.area_m2, 0), 'ratio_possible', c.possible_m2 / nullif(c.area_m2, 0),
         'ratio_night', c.ratio_night,
         'compliant', c.compliant, 'gaps', c.gaps) as computed
from site s
left join (
  select c.region, c.site, sum(c.area_m2) as area_m2, sum(c.seen_m2) as seen_m2, sum(c.unproven_m2) as unproven_m2,
         sum(c.unseen_m2) as unseen_m2, sum(c.ratio_nominal * c.area_m2) as nominal_m2,
         sum(c.ratio_possible * c.area_m2) as possible_m2,
         sum(c.ratio_night * c.area_m2) / nullif(sum(c.area_m2) filter (where c.ratio_night is not null), 0) as ratio_night, bool_and(c.compliant) as compliant, sum(c.gaps) as gaps
  from coverage c where c.region = $1::text and holds(c.valid_from, c.valid_to, $2::timestamptz) group by c.region, c.site
) c on c.region = s.region and c.site = s.code
where s.region = $1::text and holds(s.valid_from, s.valid_to, $2::timestamptz)
order by s.code;
