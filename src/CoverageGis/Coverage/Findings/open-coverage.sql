-- Which results of region $1 are new? They hold from $2.
-- Indexes: primary key of coverage_draft, coverage_live_zone.
insert into coverage (region, site, zone, category, purpose, required_ratio, certainty, min_cameras, hours, lit,
  area_m2, seen_m2, unproven_m2, unseen_m2, ratio, ratio_nominal, ratio_possible, ratio_night, ratio_night_possible,
  cameras, gaps, compliant, policy_version, valid_from)
select d.region, d.site, d.zone, d.category, d.purpose, d.required_ratio, d.certainty, d.min_cameras, d.hours, d.lit,
  d.area_m2, d.seen_m2, d.unproven_m2, d.unseen_m2, d.ratio, d.ratio_nominal, d.ratio_possible, d.ratio_night,
  d.ratio_night_possible, d.cameras, d.gaps, d.compliant, d.policy_version, $2::timestamptz
from coverage_draft d
where d.region = $1::text
  and not exists (
    select from coverage c
    where c.region = d.region and c.site = d.site and c.zone = d.zone and c.valid_to = 'infinity'
  );
