-- How do the categories of region $1 stand? Areas in m2, worst share first is the caller's choice.
-- Indexes: site_live_code, coverage_live_zone.
select s.category, count(*)::integer as sites, (count(*) filter (where c.required))::integer as required,
       (count(*) filter (where c.compliant))::integer as compliant,
       coalesce(sum(c.area_m2), 0) as area_m2, coalesce(sum(c.unseen_m2), 0) as unseen_m2,
       coalesce(sum(c.unproven_m2), 0) as unproven_m2, coalesce(sum(c.gaps), 0)::integer as gaps
from site s
left join (
  select c.region, c.site, bool_and(c.compliant) as compliant, count(c.compliant) > 0 as required,
         sum(c.area_m2) as area_m2, sum(c.unseen_m2) as unseen_m2, sum(c.unproven_m2) as unproven_m2,
         sum(c.gaps) as gaps
  from coverage c where c.region = $1::text and c.valid_to = 'infinity' group by c.region, c.site
) c on c.region = s.region and c.site = s.code
where s.region = $1::text and s.valid_to = 'infinity'
group by s.category order by s.category;
