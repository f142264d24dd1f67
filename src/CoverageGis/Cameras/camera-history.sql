-- What has become of the record of camera $2 in region $1, newest first: since when each version held, what it said (in the
-- exchange form), who delivered it and why? By the delivery or edit whose moment began it or ended it; at most $3 versions.
-- Indexes: camera_past_code, camera_live_code, unplaced_camera_live_code, delivery_merged.
with version as (
  select c.id, c.valid_from, c.valid_to, c.source, c.status,
         recorded_camera(c) || jsonb_build_object('position', jsonb_build_array(round(c.lon::numeric, 7), round(c.lat::numeric, 7))) as record
  from camera c
  where c.region = $1::text and c.code = $2::text
  union all
  select -u.id, u.valid_from, u.valid_to, u.source, null, jsonb_strip_nulls(u.attributes || jsonb_build_object('name', u.name, 'class', u.class))
  from unplaced_camera u where u.region = $1::text and u.code = $2::text
)
select json_build_object('code', $2::text, 'versions', coalesce(json_agg(json_build_object(
  'version', v.id, 'from', v.valid_from, 'to', nullif(v.valid_to, 'infinity'), 'source', v.source, 'record', v.record,
  'begun_by', d.what, 'ended_by', e.what) order by v.valid_from desc, v.id desc), '[]'))
from (select * from version order by valid_from desc, id desc limit $3::integer) v
left join lateral (
  select json_build_object('id', d.id, 'source', d.source, 'file', d.file, 'format', d.format, 'operator', d.operator, 'at', d.delivered_at, 'undoes', d.undoes) as what
  from delivery d where d.region = $1::text and d.merged_at = v.valid_from limit 1
) d on true
left join lateral (
  select json_build_object('id', e.id, 'source', e.source, 'file', e.file, 'format', e.format, 'operator', e.operator, 'at', e.delivered_at, 'undoes', e.undoes) as what
  from delivery e where e.region = $1::text and e.merged_at = v.valid_to limit 1
) e on true
