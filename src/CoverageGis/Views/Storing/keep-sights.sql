-- How was each of the cameras $2 of region $1 taken: estimated $3, blind $4, reach $5 (boxes), hash of its views $6?
-- They are settled then.
-- Indexes: primary keys of camera_sight and stale_camera.
with settled as (
  delete from stale_camera s where s.region = $1::text and s.camera = any($2::bigint[])
)
insert into camera_sight as k (region, camera, estimated, blind, reach, content)
select $1::text, n.* from unnest($2::bigint[], $3::boolean[], $4::text[], $5::geometry[], $6::uuid[]) n
on conflict (region, camera) do update
set (estimated, blind, reach, content) = (excluded.estimated, excluded.blind, excluded.reach, excluded.content);
