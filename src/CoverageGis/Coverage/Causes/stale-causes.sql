-- For which zones of region $1 are the causes of gaps to be worked out? With their box in the plane and what counts in
-- them, ordered by tiles of $2 m, so that neighbours come together.
-- Indexes: primary key of stale_cause, watched_area_zone.
select w.site, w.zone, ST_XMin(w.geom) as min_x, ST_YMin(w.geom) as min_y, ST_XMax(w.geom) as max_x, ST_YMax(w.geom) as max_y,
       w.purpose, w.min_cameras, w.indoor, w.building, w.counts_capture, w.hours, w.lit
from stale_cause s
join watched_area w on w.region = s.region and w.site = s.site and w.zone = s.zone
where s.region = $1::text and not ST_IsEmpty(w.geom)
order by floor((ST_XMin(w.geom) + ST_XMax(w.geom)) / 2 / $2::float8), floor((ST_YMin(w.geom) + ST_YMax(w.geom)) / 2 / $2::float8),
         w.site, w.zone;
