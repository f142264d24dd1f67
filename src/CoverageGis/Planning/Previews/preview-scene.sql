-- What does a preview of camera $2 (null = a new one) in region $1 need? Its record where it has one, completed by the
-- defaults of its type ($3 instead of the recorded one when not null), at longitude $4, latitude $5 when given; the purpose
-- $6, else the one that most zones ask for; and what stands within its reach, taken with the changed widest reach: least
-- field of view $7 (degrees), most pixels $8, longest range $9 (m), each null = as recorded. One row; in arrays what stands.
-- Indexes: camera_live_code, purpose_live_name, occluder_live_geom.
with taken as (
  select r.region, r.srid, c.id, c.code, c.status, c.function, c.mount, c.azimuth, c.azimuth_tolerance, c.position_tolerance,
         c.hfov_min, c.hfov_max, c.vfov_min, c.vfov_max, c.tilt_min, c.tilt_max, c.height_min, c.height_max, c.pixels_min, c.pixels_max,
         c.range_min, c.range_max, c.night_range_min, c.night_range_max, c.indoor, c.attributes, coalesce($3::text, c.type, 'other') as type,
         coalesce(ST_Transform(ST_SetSRID(ST_MakePoint($4::float8, $5::float8), 4326), r.srid), c.position) as place,
         coalesce($4::float8, c.lon) as lon, coalesce($5::float8, c.lat) as lat
  from region r
  left join camera c on c.region = r.region and c.code = $2::text and c.valid_to = 'infinity' and c.status <> 'removed'
  where r.region = $1::text
), wanted as (
  select u.name, u.min_ppm, u.z_min, u.z_max, u.max_tilt
  from purpose u
  where u.region = $1::text and u.valid_to = 'infinity' and u.name = coalesce($6::text,
    (select purpose from watched_area where region = $1::text group by purpose order by count(*) desc, purpose limit 1), 'observe-person')
)
select t.srid, s.srtext, t.id is not null as known, w.name as purpose, w.min_ppm, w.z_min, w.z_max, w.max_tilt,
       coalesce(t.id, 0) as id, coalesce(t.code, '') as code, t.type, ST_X(t.place) as x, ST_Y(t.place) as y, coalesce(t.position_tolerance, 0) as position_tolerance,
       degrees(ST_Azimuth(t.place, ST_Transform(ST_SetSRID(ST_MakePoint(t.lon, t.lat + 0.0005), 4326), t.srid))) as north,
       t.azimuth, coalesce(t.azimuth_tolerance, 0) as azimuth_tolerance,
       coalesce(t.hfov_min, d.hfov_min) as hfov_min, coalesce(t.hfov_max, d.hfov_max) as hfov_max,
       coalesce(t.vfov_min, d.vfov_min) as vfov_min, coalesce(t.vfov_max, d.vfov_max) as vfov_max,
       coalesce(t.tilt_min, d.tilt_min) as tilt_min, coalesce(t.tilt_max, d.tilt_max) as tilt_max,
       coalesce(t.height_min, d.height_min) as height_min, coalesce(t.height_max, d.height_max) as height_max,
       coalesce(t.pixels_min, d.pixels_min) as pixels_min, coalesce(t.pixels_max, d.pixels_max) as pixels_max,
       t.range_min, t.range_max, t.night_range_min, t.night_range_max, coalesce(t.attributes ->> 'fill_light', t.attributes ->> '补光属性') as fill_light,
       t.hfov_min is not null as hfov_known, t.vfov_min is not null as vfov_known, t.tilt_min is not null as tilt_known,
       t.height_min is not null as height_known, t.pixels_min is not null as pixels_known, coalesce(t.mount = 'wall', false) as on_wall,
       coalesce(t.indoor, false) as indoor, coalesce(t.status = 'in_use', true) as working,
       t.type = 'checkpoint' or coalesce(t.function && array['1', '2', '3', '4'], false) as capture, o.ids, o.geoms, o.lows, o.highs, o.bases, o.buildings
from taken t
join spatial_ref_sys s on s.srid = t.srid
join camera_default d on d.type = t.type
left join wanted w on true
cross join lateral (
  select radians(coalesce($7::float8, t.hfov_min, d.hfov_min)) as hfov, coalesce($8::float8, t.pixels_max, d.pixels_max) as pixels
) lens
left join lateral (
  select array_agg(o.id order by o.id) as ids, array_agg(o.geom order by o.id) as geoms, array_agg(o.height_min order by o.id) as lows,
         array_agg(o.height_max order by o.id) as highs, array_agg(o.base order by o.id) as bases,
         array_agg(o.use not in ('wall', 'hedge', 'tree_row') order by o.id) as buildings
  from occluder o
  where o.region = t.region and o.valid_to = 'infinity' and o.geom && ST_Expand(t.place, 4 + coalesce(t.position_tolerance, 0) + least(coalesce($9::float8, t.range_max),
    lens.pixels / (w.min_ppm * case when t.type = 'fisheye' or lens.hfov >= radians(150) then lens.hfov else 2 * tan(lens.hfov / 2) end)))
) o on true;
