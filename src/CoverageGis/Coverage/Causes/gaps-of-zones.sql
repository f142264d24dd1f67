-- Which gaps have the zones ($2 sites, $3 zones, pairwise) of region $1 now?
-- Index: gap_live_zone.
select g.id, g.site, g.zone, g.geom
from unnest($2::text[], $3::text[]) as z (site, zone)
join gap g on g.region = $1::text and g.site = z.site and g.zone = z.zone and g.valid_to = 'infinity'
order by g.id;
