-- What does the archive of region $1 say of each touched record now? Kept under one name a field; what is gone is forgotten.
-- Other regions that know a code which came or went here are told to look at theirs.
-- Indexes: primary keys of stale_record and archive_record, camera_live_code, unplaced_camera_live_code, unit_live_geom, archive_record_code.
with subject as (
  select c.code, c.id as record, c.name, c.class, c.type, c.status, c.position, c.azimuth, c.attributes as told,
         jsonb_build_object('mount', c.mount, 'indoor', c.indoor, 'heads', cardinality(c.azimuth), 'hfov', c.hfov_max, 'pixels', c.pixels_max,
                            'function', nullif(array_to_string(c.function, '/'), '')) as own
  from stale_record s
  join camera c on c.region = $1::text and c.code = s.code and c.valid_to = 'infinity'
  where s.region = $1::text and s.touched
  union all
  select u.code, -u.id, u.name, u.class,
         coalesce((array['dome_ptz', 'half_dome', 'bullet', 'ptz_bullet', 'checkpoint'])[array_position('{1,2,3,4,5}', u.attributes ->> '摄像机类型')], 'other'),
         coalesce((array['in_use', 'repair', 'removed'])[array_position('{1,2,3}', u.attributes ->> '设备状态')], 'in_use'),
         null, null, u.attributes, jsonb_build_object('function', u.attributes ->> '摄像机功能类型')
  from stale_record s
  join unplaced_camera u on u.region = $1::text and u.code = s.code and u.valid_to = 'infinity'
  where s.region = $1::text and s.touched
    and not exists (select from camera c where c.region = $1::text and c.code = s.code and c.valid_to = 'infinity')
),
known as (
  select s.*, archive_field(s.told, 'install_time', '安装时间') as install_time, archive_field(s.told, 'contact', '管理单位联系方式') as contact,
         archive_field(s.told, 'retention_days', '录像保存天数') as kept, archive_flag(archive_field(s.told, 'networked', '联网属性')) as networked
  from subject s
),
brought as (
  insert into archive_record as r (region, code, record, name, class, type, status, unit, placed, position, azimuth, retention_days, networked, fields)
  select $1::text, k.code, k.record, k.name, k.class, k.type, k.status,
         coalesce(archive_field(k.told, 'managing_unit', '管理单位'),
                  (select u.name from unit u where u.region = $1::text and u.valid_to = 'infinity' and ST_Covers(u.geom, k.position)
                   order by ST_Area(u.geom), u.code limit 1), ''),
         k.position is not null, k.position, k.azimuth, archive_days(k.kept), k.networked,
         jsonb_strip_nulls(k.own || jsonb_build_object(
           'class', k.class, 'type', k.type, 'status', k.status, 'placed', k.position is not null,
           'device_type', case when k.code ~ '^\d{20}$' then substr(k.code, 11, 3) end,
           'direction', archive_field(k.told, 'direction_code', '监视方位'), 'resolution', archive_field(k.told, 'resolution', '分辨率'),
           'indoor_code', archive_field(k.told, 'indoor_code', '室内外'), 'model', archive_field(k.told, 'model', '设备型号'),
           'home', archive_field(k.told, 'home_position', '看守位', '预置位', '守望位'),
           'install_time', k.install_time, 'install_date', archive_date(k.install_time), 'contact', k.contact,
           'retention_days', coalesce(archive_days(k.kept)::text, k.kept), 'networked', k.networked))
  from known k
  on conflict (region, code) do update
  set record = excluded.record, name = excluded.name, class = excluded.class, type = excluded.type, status = excluded.status,
      unit = excluded.unit, placed = excluded.placed, position = excluded.position, azimuth = excluded.azimuth,
      retention_days = excluded.retention_days, networked = excluded.networked, fields = excluded.fields
  returning r.code, xmax = 0 as is_new
),
gone as (
  delete from archive_record r using stale_record s
  where r.region = $1::text and s.region = r.region and s.code = r.code and s.touched and not exists (select from subject t where t.code = r.code)
  returning r.code
),
told as (
  insert into archive_change (region, kind, code)
  select o.region, 'camera', o.code
  from (select code from brought where is_new union all select code from gone) n
  join archive_record o on o.code = n.code and o.region <> $1::text
  returning region
)
select pg_notify('coverage_change', t.region) from (select distinct region from told) t;
