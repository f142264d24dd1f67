-- Which rows on cameras of region $1 speak of no live camera? They go.
-- Indexes: primary keys of camera_sight and camera.
delete from camera_sight k
where k.region = $1::text
  and not exists (select from camera c where c.region = k.region and c.id = k.camera
                  and c.valid_to = 'infinity' and c.status <> 'removed');
