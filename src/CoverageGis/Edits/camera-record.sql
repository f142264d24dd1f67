-- What does the live record of camera $2 in region $1 say? Its properties in the exchange form, longitude, latitude
-- (WGS 84), and the number of this version of it.
-- Index: camera_live_code.
select recorded_camera(c)::text, c.lon, c.lat, c.id
from camera c
where c.region = $1::text and c.code = $2::text and c.valid_to = 'infinity';
