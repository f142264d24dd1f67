-- What did the analysis of region $1 find in all? Areas in m2.
-- A site complies when each of its zones with a requirement does; one without a requirement is not counted.
-- Indexes: camera_live_code, site_live_code, coverage_live_zone, gap_live_zone.
select (select count(*) from camera c
        where c.region = $1::text and c.valid_to = 'infinity' and c.status <> 'removed')::integer as cameras,
       (select count(*) from view v where v.region = $1::text)::integer as views,
       (select count(*) from site s where s.region = $1::text and s.valid_to = 'infinity')::integer as sites,
       z.zones, s.compliant, z.area_m2, z.unseen_m2, z.unproven_m2,
       (select count(*) from gap g where g.region = $1::text and g.valid_to = 'infinity')::integer as gaps
from (
  select count(*)::integer as zones, coalesce(sum(c.area_m2), 0) as area_m2,
         coalesce(sum(c.unseen_m2), 0) as unseen_m2, coalesce(sum(c.unproven_m2), 0) as unproven_m2
  from coverage c where c.region = $1::text and c.valid_to = 'infinity'
) z
cross join (
  select count(*)::integer as compliant
  from (
    select from coverage c where c.region = $1::text and c.valid_to = 'infinity'
    group by c.site having bool_and(c.compliant)
  ) passed
) s;
