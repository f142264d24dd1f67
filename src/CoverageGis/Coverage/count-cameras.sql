-- How many cameras of region $1 may have a view?
-- Index: camera_live_code.
select count(*) from camera c where c.region = $1::text and c.valid_to = 'infinity' and c.status <> 'removed';
