-- Is region $1 known, and in which plane?
-- Index: primary key of region.
select srid, name from region where region = $1::text;
