-- The open zones of region $1 are settled; the causes of their gaps are to be worked out.
-- Indexes: primary keys of stale_zone and stale_cause.
with settled as (
  delete from stale_zone s where s.region = $1::text returning s.region, s.site, s.zone
)
insert into stale_cause (region, site, zone) select region, site, zone from settled
on conflict do nothing;
