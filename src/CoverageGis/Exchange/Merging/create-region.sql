-- Create region $1, named $2, kept in the plane $3 (EPSG code), with boundary $4 (WGS 84, or null: closed).
-- Index: primary key of region.
insert into region (region, name, srid, boundary)
values ($1::text, $2::text, $3::integer, ST_Transform($4::geometry, $3::integer));
