-- Every zone of region $1 at moment $2 (null = now) as its record says, with the requirement that applies, and what the last analysis found;
-- areas in m2, shares 0..1. A site without zones stands as its default zone, which has no record of its own: "default"
-- keeps a later import from taking it for one.
-- Indexes: site_live_code, site_past_code, zone_live_code, zone_past_code, coverage_live_zone, coverage_zone.
select r.site || '/' || r.zone as code, ST_ForcePolygonCCW(ST_Transform(r.geom, 4326)) as geom,
       coalesce(z.attributes, '{}') || jsonb_strip_nulls(jsonb_build_object('kind', 'zone', 'site', r.site, 'code', r.zone, 'name', r.name,
         'default', nullif(r.is_default, false), 'indoor', nullif(r.indoor, false),
         'purpose', case when r.is_default then r.purpose else z.purpose end,
         'required_ratio', case when r.is_default then r.required_ratio else z.required_ratio end,
         'min_cameras', case when r.is_default then r.min_cameras else z.min_cameras end,
         'certainty', case when r.is_default then r.certainty else z.certainty end,
         'min_retention_days', case when r.is_default then r.min_retention_days else z.min_retention_days end,
         'counts_capture', case when r.is_default then r.counts_capture else z.counts_capture end,
         'hours', case when r.is_default then r.hours else z.hours end,
         'lit', case when r.is_default then r.lit else z.lit end)) as recorded,
       jsonb_build_object('category', r.category, 'applied', jsonb_build_object('purpose', r.purpose,
           'required_ratio', r.required_ratio, 'min_cameras', r.min_cameras, 'certainty', r.certainty,
           'min_retention_days', r.min_retention_days, 'counts_capture', r.counts_capture, 'hours', r.hours, 'lit', r.lit),
         'area_m2', c.area_m2, 'seen_m2', c.seen_m2, 'unproven_m2', c.unproven_m2, 'unseen_m2', c.unseen_m2,
         'ratio', c.ratio, 'ratio_nominal', c.ratio_nominal, 'ratio_possible', c.ratio_possible,
         'ratio_night', c.ratio_night, 'ratio_night_possible', c.ratio_night_possible, 'policy_version', c.policy_version,
         'cameras', c.cameras, 'compliant', c.compliant, 'gaps', c.gaps) as computed
from required_zone_at($1::text, $2::timestamptz) r
left join zone z on z.region = r.region and z.id = r.zone_id
left join coverage c on c.region = r.region and c.site = r.site and c.zone = r.zone and holds(c.valid_from, c.valid_to, $2::timestamptz)
where (r.purpose is not null or not r.is_default)
order by r.site, r.zone;
