-- Which live policies and zones of region $1 ask for a purpose that is no longer there?
-- Indexes: policy_live_category, zone_live_code, purpose_live_name.
select 'policy ' || p.category, p.purpose
from policy p
where p.region = $1::text and p.valid_to = 'infinity'
  and not exists (select from purpose u where u.region = $1::text and u.name = p.purpose and u.valid_to = 'infinity')
union all
select 'zone ' || z.site || '/' || z.code, z.purpose
from zone z
where z.region = $1::text and z.valid_to = 'infinity' and z.purpose is not null
  and not exists (select from purpose u where u.region = $1::text and u.name = z.purpose and u.valid_to = 'infinity')
order by 1;
