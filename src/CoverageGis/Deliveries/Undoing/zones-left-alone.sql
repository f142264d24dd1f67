-- Which zones that begin at $2 in region $1 belong to no site? Site and zone.
-- Indexes: zone_from, site_live_code.
select z.site, z.code
from zone z
where z.region = $1::text and z.valid_from = $2::timestamptz and z.valid_to = 'infinity'
  and not exists (select from site s where s.region = $1::text and s.code = z.site and s.valid_to = 'infinity')
order by z.site, z.code;
