-- All cameras of region $1 are to be looked at again: whether anything is watched at all has become another answer.
-- Index: camera_live_code.
insert into stale_camera (region, camera)
select c.region, c.id from camera c where c.region = $1::text and c.valid_to = 'infinity'
on conflict do nothing;
