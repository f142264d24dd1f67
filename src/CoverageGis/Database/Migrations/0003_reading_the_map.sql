-- What the map reads: how each site stands.

-- Each live site with its finding. state:
--   compliant         every zone with a requirement meets it
--   unproven          some zone does not, but would if every view that is only possible were certain
--   not_compliant     some zone does not, whatever the unproven views turn out to be
--   nothing_to_watch  built over or exempt: there is no ground to judge
--   not_required      out of scope, or no policy asks anything of its category
--   not_analysed      a requirement exists and no analysis has judged it yet
create view site_finding as
select s.region, s.id, s.code, s.name, s.category, s.in_scope, s.geom, s.attributes, s.source, s.valid_from,
       f.area_m2, f.seen_m2, f.unproven_m2, f.unseen_m2, f.gaps,
       f.seen_m2 / nullif(f.area_m2, 0) as ratio,
       1 - f.unseen_m2 / nullif(f.area_m2, 0) as ratio_possible,
       case
         when s.in_scope is false then 'not_required'
         when f.compliant then 'compliant'
         when f.provable then 'unproven'
         when f.compliant is false then 'not_compliant'
         when f.zones > 0 then 'nothing_to_watch'
         when exists (select from policy p where p.region = s.region and p.category = s.category and p.valid_to = 'infinity')
           or exists (select from zone z where z.region = s.region and z.site = s.code and z.valid_to = 'infinity') then 'not_analysed'
         else 'not_required'
       end as state
from site s
cross join lateral (
  select count(*) as zones, sum(c.area_m2) as area_m2, sum(c.seen_m2) as seen_m2, sum(c.unproven_m2) as unproven_m2,
         sum(c.unseen_m2) as unseen_m2, coalesce(sum(c.gaps), 0) as gaps, bool_and(c.compliant) as compliant,
         bool_and(c.compliant or c.ratio_possible >= c.required_ratio) as provable
  from coverage c
  where c.region = s.region and c.site = s.code and c.valid_to = 'infinity') f
where s.valid_to = 'infinity';
