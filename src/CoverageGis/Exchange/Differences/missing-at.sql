-- Which cameras of source $2 in region $1 are marked as missing, and since when?
-- Indexes: missing_camera_live, camera_live_code.
select m.code, c.name, m.since
from missing_camera m
join camera c on c.region = m.region and c.code = m.code and c.valid_to = 'infinity'
where m.region = $1::text and m.source = $2::text and m.valid_to = 'infinity'
order by m.code;
