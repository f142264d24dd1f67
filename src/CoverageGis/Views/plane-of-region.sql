-- In which metric plane (EPSG code) is region $1 kept?
-- Index: primary key of region.
select srid from region where region = $1::text;
