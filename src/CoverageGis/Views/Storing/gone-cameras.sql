-- Which open cameras of region $1 are no longer there? Nothing is known of them from here on, and they are settled.
-- Indexes: primary keys of stale_camera, camera and camera_sight.
with gone as (
  delete from stale_camera s
  where s.region = $1::text
    and not exists (select from camera c where c.region = s.region and c.id = s.camera
                    and c.valid_to = 'infinity' and c.status <> 'removed')
  returning s.camera
),
sight as (
  delete from camera_sight k using gone g where k.region = $1::text and k.camera = g.camera
)
select g.camera, c.code from gone g join camera c on c.region = $1::text and c.id = g.camera;
