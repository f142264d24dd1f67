-- What has become of the record of camera $2 in region $1, newest first: since when each version held, what it said (in the
-- exchange form), who delivered it and why? By a delivery or edit that was recorded in the transaction that began it, or ended
-- it; at most $3 versions.
-- Indexes: camera_past_code, camera_live_code, primary key of delivery.
with version as (
  select c.id, c.valid_from, c.valid_to, c.source, c.status,
         recorded_camera(c) || jsonb_build_object('position', jsonb_build_array(round(c.lon::numeric, 7), round(c.lat::numeric, 7))) as record,
         lag(c.valid_to) over (order by c.valid_from, c.id) as before
  from camera c
  where c.region = $1::text and c.code = $2::text
)
select json_build_object('code', $2::text, 'versions', coalesce(json_agg(json_build_object(
  'version', v.id, 'from', v.valid_from, 'to', nullif(v.valid_to, 'infinity'), 'source', v.source, 'record', v.record,
  'ended', v.valid_to < 'infinity' and not exists (select from version n where n.valid_from >= v.valid_to and n.id <> v.id),
  'begun_by', d.what, 'ended_by', e.what) order by v.valid_from desc, v.id desc), '[]'))
from (select * from version order by valid_from desc, id desc limit $3::integer) v
left join lateral (
  select json_build_object('id', d.id, 'source', d.source, 'file', d.file, 'format', d.format, 'operator', d.operator, 'at', d.delivered_at) as what
  from delivery d
  where d.region = $1::text and d.delivered_at <= v.valid_from and d.delivered_at > v.valid_from - interval '1 hour'
    and (d.report -> 'kinds') ? 'camera' and (d.source = v.source or d.source = 'edit')
  order by d.delivered_at desc, d.id desc limit 1
) d on true
left join lateral (
  select json_build_object('id', e.id, 'source', e.source, 'file', e.file, 'format', e.format, 'operator', e.operator, 'at', e.delivered_at) as what
  from delivery e
  where v.valid_to < 'infinity' and e.region = $1::text and e.delivered_at <= v.valid_to and e.delivered_at > v.valid_to - interval '1 hour'
    and (e.report -> 'kinds') ? 'camera'
  order by e.delivered_at desc, e.id desc limit 1
) e on true
