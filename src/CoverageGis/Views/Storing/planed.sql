-- How does the shape $1 look in the plane $2 (EPSG code)?
-- Index: none.
select ST_Transform($1::geometry, $2::integer);
