-- Which cameras may see ground of site $2 in region $1 that is not certainly seen, and which ground is that? By day, with
-- the camera's record completed by the defaults of its type; angles in degrees, lengths in m.
-- Indexes: watched_area_zone, view_geom, camera_live_code.
with seen as materialized (
  select w.id as area, v.camera_region, v.code, ST_Union(v.geom) filter (where v.certainty = 'certain') as certain, ST_Union(v.geom) as possible,
         bool_or(v.certainty <> 'certain') as unproven
  from watched_area w
  join view v on v.region = w.region and v.purpose = w.purpose and v.working and (w.counts_capture or not v.capture) and v.light <> 'night'
             and (case when w.indoor then v.building = w.building else v.building is null end) and ST_Intersects(v.geom, w.geom)
  where w.region = $1::text and w.site = $2::text
  group by w.id, v.camera_region, v.code
), open as materialized (
  select w.id as area, coalesce(ST_Difference(w.geom, proven.geom), w.geom) as geom
  from watched_area w
  cross join lateral (
    select case when w.min_cameras > 1 then seen_by_at_least(array_agg(ST_Intersection(s.certain, w.geom) order by s.code), w.min_cameras)
                else ST_Union(s.certain) end as geom
    from seen s where s.area = w.id
  ) proven
  where w.region = $1::text and w.site = $2::text
), doubt as (
  select s.camera_region, s.code, ST_CollectionExtract(ST_Union(ST_Intersection(open.geom,
           case when s.certain is null then s.possible else ST_Difference(s.possible, s.certain) end)), 3) as geom
  from seen s
  join open on open.area = s.area
  where s.unproven
  group by s.camera_region, s.code
)
select c.id, c.code, c.name, c.status, c.type, ST_X(c.position) as x, ST_Y(c.position) as y, c.position_tolerance, c.north,
       c.azimuth, c.azimuth_tolerance,
       c.used_hfov_min as hfov_min, c.used_hfov_max as hfov_max, c.used_vfov_min as vfov_min, c.used_vfov_max as vfov_max,
       c.used_tilt_min as tilt_min, c.used_tilt_max as tilt_max, c.used_height_min as height_min, c.used_height_max as height_max,
       c.used_pixels_min as pixels_min, c.used_pixels_max as pixels_max,
       c.range_min, c.range_max, c.night_range_min, c.night_range_max,
       coalesce(c.attributes ->> 'fill_light', c.attributes ->> '补光属性') as fill_light,
       c.hfov_min is not null as hfov_known, c.vfov_min is not null as vfov_known, c.tilt_min is not null as tilt_known,
       c.height_min is not null as height_known, c.pixels_min is not null as pixels_known,
       c.mount = 'wall' as on_wall, c.indoor, c.status = 'in_use' as working,
       c.type = 'checkpoint' or c.function && array['1', '2', '3', '4'] as capture, d.geom as ground
from doubt d
join camera_as_used c on c.region = d.camera_region and c.code = d.code and c.valid_to = 'infinity'
where not ST_IsEmpty(d.geom)
order by c.code;
