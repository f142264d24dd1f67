-- Which views of region $1 belong to no live camera, or serve no purpose $2 that is in use? They go.
-- Indexes: primary keys of view and camera.
delete from view v
where v.region = $1::text
  and (v.purpose <> all($2::text[])
       or not exists (select from camera c where c.region = v.region and c.id = v.camera
                      and c.valid_to = 'infinity' and c.status <> 'removed'));
