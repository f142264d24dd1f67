-- Which watched ground of the open zones of region $1 is not seen? Into unseen_draft, for slice $3 of $2 of them.
-- Views of working cameras count, those of checkpoints and face capture only where the zone counts them, indoor views
-- in indoor zones of the same building. Where a zone wants several cameras, ground counts as seen by that many.
-- "Certainly" leaves out what certain views show; "even possibly" leaves out the nominal and possible ones too, null
-- where that is the same.
-- By night only views that reach by night count; where they are the same, or the place is lit, night is as day: null.
-- Indexes: primary key of stale_zone, watched_area_zone, view_geom.
insert into unseen_draft (region, watched_area, cameras, certainly, nominal_m2, even_possibly, dark_certainly, dark_possibly)
select w.region, w.id, seen.cameras, day.certainly,
       case when not seen.guessed then ST_Area(day.certainly)
            else ST_Area(ground_not_seen(day.certainly, seen.areas, seen.ids, seen.marks,
              array['certain any', 'certain day', 'certain dim', 'nominal any', 'nominal day'], w.min_cameras)) end,
       case when seen.guessed then ground_not_seen(day.certainly, seen.areas, seen.ids, seen.marks,
              array['certain any', 'certain day', 'certain dim', 'nominal any', 'nominal day', 'possible any', 'possible day'], w.min_cameras) end,
       night.certainly,
       case when night.certainly is not null
            then ground_not_seen(night.certainly, seen.areas, seen.ids, seen.marks,
              array['certain any', 'certain night', 'certain dim', 'nominal any', 'nominal night', 'possible any', 'possible night'], w.min_cameras) end
from stale_zone open
join watched_area w on w.region = open.region and w.site = open.site and w.zone = open.zone
cross join lateral (
  select count(distinct v.camera)::integer as cameras,
         coalesce(bool_or(v.light <> 'any'), false) as differs,
         coalesce(bool_or(v.certainty <> 'certain' and v.light <> 'night'), false) as guessed,
         array_agg(v.geom) as areas, array_agg(v.camera) as ids, array_agg(v.certainty || ' ' || v.light) as marks
  from (
    select v.camera, v.certainty, v.light, v.geom
    from view v
    where v.region = w.region and v.purpose = w.purpose and v.working and (w.counts_capture or not v.capture)
      and (case when w.indoor then v.building = w.building else v.building is null end)
      and ST_Intersects(v.geom, w.geom)
    order by v.camera, v.certainty, v.light
  ) v
) seen
cross join lateral (
  select ground_not_seen(w.geom, seen.areas, seen.ids, seen.marks, array['certain any', 'certain day', 'certain dim'], w.min_cameras) as certainly
  offset 0 -- a fence: the planner would work it out once for every use
) day
cross join lateral (
  select case when seen.differs and not w.lit
              then ground_not_seen(w.geom, seen.areas, seen.ids, seen.marks, array['certain any', 'certain night'], w.min_cameras)
         end as certainly
  offset 0
) night
where open.region = $1::text and w.region = $1::text and w.id % $2::integer = $3::integer;
