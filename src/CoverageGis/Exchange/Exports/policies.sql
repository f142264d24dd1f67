-- What each category of site requires in region $1, at moment $2 (null = now): shares 0..1, m, days. They have no place.
-- Index: policy_live_category.
select p.category as code, null::geometry as geom,
       jsonb_strip_nulls(jsonb_build_object('kind', 'policy', 'category', p.category, 'purpose', p.purpose, 'required_ratio', p.required_ratio,
         'min_cameras', p.min_cameras, 'certainty', p.certainty, 'min_retention_days', p.min_retention_days,
         'counts_capture', p.counts_capture, 'ring_width', p.ring_width, 'hours', p.hours, 'lit', p.lit)) as recorded,
       '{}'::jsonb as computed
from policy p
where p.region = $1::text and holds(p.valid_from, p.valid_to, $2::timestamptz)
order by p.category;
