-- Which staged cameras lie outside the boundary of region $1? Reference, longitude, latitude, m beyond the boundary.
-- Index: primary key of region; each staged row is read once.
select s.ref, ST_X(s.geom), ST_Y(s.geom), ST_Distance(r.boundary, ST_Transform(s.geom, r.srid))
from region r
cross join stage_camera s
where r.region = $1::text and r.boundary is not null and not ST_Covers(r.boundary, ST_Transform(s.geom, r.srid))
order by s.ref;
