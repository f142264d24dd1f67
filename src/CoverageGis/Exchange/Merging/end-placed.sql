-- Which cameras of region $1 that waited for a place are staged with one? Their records end at $2.
-- Index: unplaced_camera_live_code.
update unplaced_camera u set valid_to = $2::timestamptz
from stage_camera s
where u.region = $1::text and u.valid_to = 'infinity' and u.code = s.code;
