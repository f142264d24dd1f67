-- Which watched ground of region $1 is not seen? Into unseen_draft, for slice $3 of $2 of the watched areas.
-- Views of working cameras count, those of checkpoints and face capture only where the zone counts them, indoor views
-- in indoor zones of the same building. Where a zone wants several cameras, ground counts as seen by that many.
-- "Certainly" leaves out what certain views show; "even possibly" leaves out the nominal and possible ones too.
-- Indexes: view_geom, primary key of watched_area_draft.
insert into unseen_draft (region, watched_area, cameras, nominal_m2, certainly, even_possibly)
select w.region, w.id, seen.cameras, 0, unseen.certainly,
       case when seen.possible is null then unseen.certainly
            else ST_CollectionExtract(ST_Difference(unseen.certainly, seen.possible), 3) end
from watched_area_draft w
cross join lateral (
  select case when w.min_cameras > 1 then
                seen_by_at_least(array_agg(ST_Intersection(one.certain, w.geom) order by one.camera), w.min_cameras)
              else ST_Union(one.certain) end as certain,
         case when count(*) filter (where one.unproven) = 0 then null
              when w.min_cameras > 1 then
                seen_by_at_least(array_agg(ST_Intersection(one.possible, w.geom) order by one.camera), w.min_cameras)
              else ST_Union(one.possible) end as possible,
         count(*)::integer as cameras
  from (
    select v.camera, ST_Union(v.geom) filter (where v.certainty = 'certain') as certain,
           ST_Union(v.geom) as possible, bool_or(v.certainty <> 'certain') as unproven
    from view v
    where v.region = w.region and v.purpose = w.purpose and v.working and (w.counts_capture or not v.capture)
      and (case when w.indoor then v.building = w.building else v.building is null end)
      and ST_Intersects(v.geom, w.geom)
    group by v.camera
  ) one
) seen
cross join lateral (
  select case when seen.certain is null then w.geom
              else ST_CollectionExtract(ST_Difference(w.geom, seen.certain), 3) end as certainly
) unseen
where w.region = $1::text and w.id % $2::integer = $3::integer;
