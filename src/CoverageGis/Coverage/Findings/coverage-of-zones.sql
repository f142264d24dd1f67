-- How much of each open zone of region $1 is seen, and is that enough? From the drafts into coverage_draft, areas in m2.
-- A zone that requires all is compliant when it has no gap, any other when its ratio is what is required: what is
-- certainly, nominally or possibly seen, as the zone asks; by day, or by day and by night.
-- Indexes: primary keys of watched_area and unseen_draft, gap_draft_zone.
insert into coverage_draft (region, site, zone, category, purpose, required_ratio, certainty, min_cameras, hours, lit,
  area_m2, seen_m2, unproven_m2, unseen_m2, ratio, ratio_nominal, ratio_possible, ratio_night, ratio_night_possible,
  cameras, gaps, policy_version, compliant)
select m.region, m.site, m.zone, m.category, m.purpose, m.required_ratio, m.certainty, m.min_cameras, m.hours, m.lit,
       m.area_m2, m.area_m2 - m.not_certain_m2, m.not_certain_m2 - m.unseen_m2, m.unseen_m2,
       r.certain, r.nominal, r.possible, r.night, r.night_possible, m.cameras, g.gaps,
       (select max(p.version) from policy_version p where p.region = $1::text),
       case when r.certain is null then null
            when m.required_ratio >= 1 then case m.certainty when 'certain' then g.gaps else g.certain_gaps end = 0
            else case m.certainty when 'certain' then r.certain when 'nominal' then r.nominal else r.possible end >= m.required_ratio
             and (m.hours = 'day' or case m.certainty when 'certain' then r.night else r.night_possible end >= m.required_ratio)
       end
from (
  select w.*, u.cameras, u.nominal_m2, ST_Area(u.certainly) as not_certain_m2, ST_Area(coalesce(u.even_possibly, u.certainly)) as unseen_m2,
         ST_Area(coalesce(u.dark_certainly, u.certainly)) as dark_m2,
         ST_Area(case when u.dark_certainly is null then coalesce(u.even_possibly, u.certainly)
                      else coalesce(u.dark_possibly, u.dark_certainly) end) as darkest_m2
  from unseen_draft u
  join watched_area w on w.region = u.region and w.id = u.watched_area
  where u.region = $1::text
) m
cross join lateral (
  select greatest(0, 1 - m.not_certain_m2 / nullif(m.area_m2, 0)) as certain,
         greatest(0, 1 - m.nominal_m2 / nullif(m.area_m2, 0)) as nominal,
         greatest(0, 1 - m.unseen_m2 / nullif(m.area_m2, 0)) as possible,
         greatest(0, 1 - m.dark_m2 / nullif(m.area_m2, 0)) as night,
         greatest(0, 1 - m.darkest_m2 / nullif(m.area_m2, 0)) as night_possible
  where m.area_m2 > 0
  union all
  select null, null, null, null, null where m.area_m2 = 0
) r
cross join lateral (
  select count(*)::integer as gaps, (count(*) filter (where d.certainty = 'certain'))::integer as certain_gaps
  from gap_draft d where d.region = m.region and d.site = m.site and d.zone = m.zone
) g;
