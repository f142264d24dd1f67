-- How much of each zone of region $1 is seen, and is that enough? From the drafts into coverage_draft, areas in m2.
-- A zone that requires all is compliant when it has no gap, any other when its ratio is what is required; a zone that
-- asks for less than certainty is judged by what is seen nominally.
-- Indexes: primary keys of watched_area_draft and unseen_draft, gap_draft_zone.
insert into coverage_draft (region, site, zone, purpose, required_ratio, area_m2, seen_m2, unproven_m2, unseen_m2,
                            ratio, ratio_nominal, ratio_possible, cameras, gaps, compliant)
select m.region, m.site, m.zone, m.purpose, m.required_ratio, m.area_m2, m.area_m2 - m.not_certain_m2,
       m.not_certain_m2 - m.unseen_m2, m.unseen_m2, r.certain, r.possible, r.possible, m.cameras, g.gaps,
       case when r.certain is null then null
            when m.required_ratio >= 1 then case m.certainty when 'certain' then g.gaps else g.certain_gaps end = 0
            else case m.certainty when 'certain' then r.certain else r.possible end >= m.required_ratio end
from (
  select w.*, u.cameras, ST_Area(u.certainly) as not_certain_m2, ST_Area(u.even_possibly) as unseen_m2
  from watched_area_draft w
  join unseen_draft u on u.region = w.region and u.watched_area = w.id
  where w.region = $1::text
) m
cross join lateral (
  select greatest(0, 1 - m.not_certain_m2 / nullif(m.area_m2, 0)) as certain,
         greatest(0, 1 - m.unseen_m2 / nullif(m.area_m2, 0)) as possible
  where m.area_m2 > 0
  union all
  select null, null where m.area_m2 = 0
) r
cross join lateral (
  select count(*)::integer as gaps, (count(*) filter (where d.certainty = 'certain'))::integer as certain_gaps
  from gap_draft d where d.region = m.region and d.site = m.site and d.zone = m.zone
) g;
