-- Has any camera of region $1 been looked at before?
-- Index: primary key of camera_sight.
select exists (select from camera_sight k where k.region = $1::text);
