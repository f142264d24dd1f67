-- How long is a kilometre in the plane $3 (EPSG code) at $1, $2 (degrees, WGS 84)? As a share of a kilometre, the worst
-- of north and east. An error when the place is beyond the plane altogether.
-- Index: primary key of spatial_ref_sys.
with place as (select ST_SetSRID(ST_MakePoint($1::float8, $2::float8), 4326) as here),
away as (select here, ST_Project(here::geography, 1000, radians(d))::geometry as there from place, (values (0), (90)) a(d))
select max(abs(ST_Distance(ST_Transform(here, $3::integer), ST_Transform(there, $3::integer)) / 1000 - 1)) + 1 from away;
