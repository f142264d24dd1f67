-- Which cameras of region $1 does the last full delivery of their source lack, and since which delivery? At most $3, after
-- the code $2 (null: from the first); with where the page ends, as "last".
-- Indexes: missing_camera_live, camera_live_code, delivery_merged.
with page as (
  select m.code, c.name, c.class, c.status, c.lon, c.lat, m.source, m.since, d.id as delivery
  from missing_camera m
  join camera c on c.region = m.region and c.code = m.code and c.valid_to = 'infinity'
  left join delivery d on d.region = m.region and d.merged_at = m.since
  where m.region = $1::text and m.valid_to = 'infinity' and ($2::text is null or m.code > $2::text)
  order by m.code
  limit $3::integer
)
select json_build_object(
  'missing', coalesce(json_agg(json_build_object(
    'code', p.code, 'name', p.name, 'class', p.class, 'status', p.status, 'lon', p.lon, 'lat', p.lat, 'source', p.source,
    'since', p.since, 'delivery', p.delivery) order by p.code), '[]'),
  'last', case when count(*) = $3::integer then json_build_array(max(p.code)) end)::text
from page p;
