-- Where does region $1 lie, as a box of longitude and latitude? null: it has no boundary.
-- Index: primary key of region.
select ST_Envelope(ST_Transform(boundary, 4326)) from region where region = $1::text and boundary is not null;
