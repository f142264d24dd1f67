-- Forget how the analysis took the cameras $2 of region $1, before it is written anew.
-- Index: primary key of camera_sight.
delete from camera_sight where region = $1::text and camera = any($2::bigint[]);
