-- Which live results in open zones of region $1 no longer hold? They end at $2; what is unchanged (areas to 1 cm2,
-- ratios to a millionth) lives on.
-- Indexes: primary key of stale_zone, coverage_live_zone, primary key of coverage_draft.
update coverage c set valid_to = $2::timestamptz
from stale_zone s
where s.region = $1::text and c.region = $1::text and c.site = s.site and c.zone = s.zone and c.valid_to = 'infinity'
  and not exists (
    select from coverage_draft d
    where d.region = c.region and d.site = c.site and d.zone = c.zone
      and (d.category, d.purpose, d.required_ratio, d.certainty, d.min_cameras, d.hours, d.lit, d.cameras, d.gaps, d.compliant)
        is not distinct from (c.category, c.purpose, c.required_ratio, c.certainty, c.min_cameras, c.hours, c.lit, c.cameras, c.gaps, c.compliant)
      and abs(d.area_m2 - c.area_m2) < 1e-4 and abs(d.seen_m2 - c.seen_m2) < 1e-4
      and abs(d.unproven_m2 - c.unproven_m2) < 1e-4
      and abs(coalesce(d.ratio_nominal, -1) - coalesce(c.ratio_nominal, -1)) < 1e-6
      and abs(coalesce(d.ratio_night, -1) - coalesce(c.ratio_night, -1)) < 1e-6
      and abs(coalesce(d.ratio_night_possible, -1) - coalesce(c.ratio_night_possible, -1)) < 1e-6
  );
