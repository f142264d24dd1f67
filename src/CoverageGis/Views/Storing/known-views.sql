-- What were the views of the cameras $2 of region $1 when they were last stored?
-- Index: primary key of camera_sight.
select k.camera, k.content from camera_sight k where k.region = $1::text and k.camera = any($2::bigint[]);
