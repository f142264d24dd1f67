-- Zones ($2 sites, $3 zones, pairwise) of region $1 whose causes are known now: they wait no longer.
-- Index: primary key of stale_cause.
delete from stale_cause s
using unnest($2::text[], $3::text[]) as z (site, zone)
where s.region = $1::text and s.site = z.site and s.zone = z.zone;
