-- How much of which zones of region $1 would be seen for purpose $2, by day, if camera $3 (code; null = a new one) saw certainly
-- $4 and possibly $5 (plane geometries or null)? $6 it counts as working, $7 as capture, $8 the building that it looks round
-- in, or null. Shares 0..1 now and after, certain and possible; zones that its old or its new view meets, as many cameras
-- counted as a zone wants.
-- Indexes: watched_area_geom, view_geom.
with zone as materialized (
  select w.*
  from watched_area w
  where w.region = $1::text and w.purpose = $2::text and w.area_m2 > 0 and (w.counts_capture or not $7::boolean)
    and (case when w.indoor then w.building = $8::bigint else $8::bigint is null end)
    and (ST_Intersects(w.geom, $5::geometry)
         or exists (select from view v where v.region = w.region and v.camera_region = w.region and v.code = $3::text
                      and v.purpose = w.purpose and ST_Intersects(v.geom, w.geom)))
), look as (
  select z.id as zone, v.camera_region || ' ' || v.code as camera,
         not (v.camera_region = z.region and v.code is not distinct from $3::text) as stays, true as is_now,
         ST_Union(ST_Intersection(v.geom, z.geom)) filter (where v.certainty = 'certain') as certain,
         ST_Union(ST_Intersection(v.geom, z.geom)) as possible
  from zone z
  join view v on v.region = z.region and v.purpose = z.purpose and v.working and (z.counts_capture or not v.capture) and v.light <> 'night'
             and (case when z.indoor then v.building = z.building else v.building is null end) and ST_Intersects(v.geom, z.geom)
  group by z.id, z.region, v.camera_region, v.code
  union all
  select z.id, '', true, false, ST_Intersection($4::geometry, z.geom), ST_Intersection($5::geometry, z.geom)
  from zone z where $6::boolean and $5::geometry is not null
), seen as (
  select zone, k, array_agg(certain order by camera) filter (where is_now) as certain_now, array_agg(possible order by camera) filter (where is_now) as possible_now,
         array_agg(certain order by camera) filter (where stays) as certain_after, array_agg(possible order by camera) filter (where stays) as possible_after
  from look join (select id, min_cameras as k from zone) z on z.id = look.zone
  group by zone, k
), share as (
  select z.*, coalesce(ST_Area(seen_by_at_least(s.certain_now, s.k)), 0) / z.area_m2 as ratio_now,
         coalesce(ST_Area(seen_by_at_least(s.certain_after, s.k)), 0) / z.area_m2 as ratio_after,
         coalesce(ST_Area(seen_by_at_least(s.possible_now, s.k)), 0) / z.area_m2 as ratio_possible_now,
         coalesce(ST_Area(seen_by_at_least(s.possible_after, s.k)), 0) / z.area_m2 as ratio_possible_after
  from zone z left join seen s on s.zone = z.id
)
select coalesce(json_agg(json_build_object('site', x.site, 'site_name', s.name, 'zone', x.zone, 'required_ratio', x.required_ratio,
         'min_cameras', x.min_cameras, 'certainty', x.certainty, 'area_m2', x.area_m2, 'ratio_now', x.ratio_now, 'ratio_after', x.ratio_after,
         'ratio_possible_now', x.ratio_possible_now, 'ratio_possible_after', x.ratio_possible_after) order by x.site, x.zone), '[]')::text
from share x
left join site s on s.region = x.region and s.code = x.site and s.valid_to = 'infinity';
