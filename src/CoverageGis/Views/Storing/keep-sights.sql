-- The cameras $2 of region $1 are settled. How were those of them taken that had been looked at before ($3): estimated $4,
-- blind $5, reach $6 (boxes), hash of their views $7?
-- Indexes: primary keys of camera_sight and stale_camera.
with settled as (
  delete from stale_camera s where s.region = $1::text and s.camera = any($2::bigint[])
)
update camera_sight k
set (estimated, blind, reach, content) = (n.estimated, n.blind, n.reach, n.content)
from unnest($3::bigint[], $4::boolean[], $5::text[], $6::geometry[], $7::uuid[]) n (camera, estimated, blind, reach, content)
where k.region = $1::text and k.camera = n.camera
  and ((k.estimated, k.blind, k.content) is distinct from (n.estimated, n.blind, n.content) or not k.reach ~= n.reach);
