-- Where on earth (longitude, latitude, WGS 84) do the shapes $1 lie, which are given in the coordinate system $2 (EPSG:CODE
-- or well-known text; x east, y north, whatever order the system names)? In their order.
-- Index: none.
select ST_SetSRID(ST_Transform(ST_SetSRID(s.geom, 0), $2::text, 4326), 4326)
from unnest($1::geometry[]) with ordinality as s (geom, place)
order by s.place;
