-- What of the protected areas of region $1 do the cameras $2 (codes) see for purpose $3? Entries end and begin at $4;
-- what is smaller than $5 m2, or changed by less, is rounding. How many ended or began?
-- Certain = what certain views show; possible = the part that the others alone reach.
-- Indexes: view_geom, excluded_area_live_geom, overreach_live.
with reached as materialized (
  select v.camera_region, v.code as camera, e.code as area,
         ST_CollectionExtract(ST_Intersection(e.geom, ST_Union(v.geom) filter (where v.certainty = 'certain')), 3) as certain,
         ST_CollectionExtract(ST_Intersection(e.geom, ST_Union(v.geom)), 3) as any_of_it
  from excluded_area e
  join view v on v.region = e.region and v.code = any($2::text[]) and v.purpose = $3::text and v.working and ST_Intersects(v.geom, e.geom)
  where e.region = $1::text and e.kind = 'protected' and e.valid_to = 'infinity' and (e.until is null or e.until >= current_date)
  group by v.camera_region, v.code, e.code, e.geom
), part as (
  select camera_region, camera, area, 'certain' as certainty, certain as geom from reached where certain is not null
  union all
  select camera_region, camera, area, 'possible',
         case when certain is null then any_of_it else ST_CollectionExtract(ST_Difference(any_of_it, certain), 3) end
  from reached
), found as materialized (
  select part.*, ST_Area(geom) as area_m2 from part where ST_Area(geom) > $5::float8
), kept as materialized (
  select o.id, f.camera_region, f.camera, f.area, f.certainty
  from overreach o
  join found f on f.camera_region = o.camera_region and f.camera = o.camera and f.area = o.area and f.certainty = o.certainty
  where o.region = $1::text and o.valid_to = 'infinity' and o.camera = any($2::text[])
    and abs(o.area_m2 - f.area_m2) < $5::float8 and ST_Area(ST_SymDifference(o.geom, f.geom)) < $5::float8
), ended as (
  update overreach o set valid_to = $4::timestamptz
  where o.region = $1::text and o.valid_to = 'infinity' and o.camera = any($2::text[])
    and not exists (select from kept k where k.id = o.id)
  returning 1
), begun as (
  insert into overreach (region, camera_region, camera, area, certainty, area_m2, geom, valid_from)
  select $1::text, f.camera_region, f.camera, f.area, f.certainty, f.area_m2, f.geom, $4::timestamptz
  from found f
  where not exists (select from kept k where k.camera_region = f.camera_region and k.camera = f.camera
                    and k.area = f.area and k.certainty = f.certainty)
  returning 1
)
select ((select count(*) from ended) + (select count(*) from begun))::integer;
