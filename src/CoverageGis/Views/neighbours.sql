-- Which regions may see into region $1, and be seen into: code, plane (EPSG) and boundary in the plane of $1?
-- A region without a boundary is closed.
-- Index: none, regions are few.
select n.region, n.srid, ST_Transform(n.boundary, r.srid)
from region r
join region n on n.region <> r.region and n.boundary is not null
where r.region = $1::text and r.boundary is not null
  and ST_DWithin(ST_Transform(n.boundary, r.srid), r.boundary, 20000)
order by n.region;
