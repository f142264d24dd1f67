-- Which open cameras of region $1 have a view to compute, and what does their record say? Ordered by tiles of $2 m, so that
-- neighbours come together. Cameras that were taken down have no view.
-- Indexes: primary keys of stale_camera and camera.
select c.*
from stale_camera s
join camera_lens c on c.region = s.region and c.id = s.camera
where s.region = $1::text and c.region = $1::text and c.valid_to = 'infinity' and c.status <> 'removed'
order by floor(c.x / $2::double precision), floor(c.y / $2::double precision), c.id;
