-- Which views for the purposes $2 reach into the box ($3, $4) to ($5, $6) of region $1, its plane in m?
-- Index: view_geom.
select v.code, v.purpose, v.certainty, v.light, v.building, v.working, v.capture, v.geom
from view v
join region r on r.region = v.region
where v.region = $1::text and v.purpose = any($2::text[])
  and v.geom && ST_MakeEnvelope($3::float8, $4::float8, $5::float8, $6::float8, r.srid)
order by v.code, v.certainty;
