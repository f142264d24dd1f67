-- How does the shape $1 look in the plane $2 (EPSG code)? Turning it shifts corners by rounding: what touched itself in a
-- point may then cross itself, and is set right.
-- Index: none.
select case when ST_IsValid(t.geom) then t.geom else ST_CollectionExtract(ST_MakeValid(t.geom), 3) end
from ST_Transform($1::geometry, $2::integer) t (geom);
