-- Which live results of region $1 no longer hold? They end at $2; what is unchanged (areas to 1 cm2) lives on.
-- Index: coverage_live_zone.
update coverage c set valid_to = $2::timestamptz
where c.region = $1::text and c.valid_to = 'infinity'
  and not exists (
    select from coverage_draft d
    where d.region = c.region and d.site = c.site and d.zone = c.zone
      and (d.purpose, d.required_ratio, d.cameras, d.gaps) = (c.purpose, c.required_ratio, c.cameras, c.gaps)
      and d.compliant is not distinct from c.compliant
      and abs(d.area_m2 - c.area_m2) < 1e-4 and abs(d.seen_m2 - c.seen_m2) < 1e-4
      and abs(d.unproven_m2 - c.unproven_m2) < 1e-4
  );
