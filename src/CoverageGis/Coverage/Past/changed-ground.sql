-- Which ground came into sight or was lost from it between two moments, in a part of the map; the largest pieces first?
-- $1 region, $2 first moment, $3 second moment, null = now, $4 west, $5 south, $6 east, $7 north in degrees, or all null,
-- $8 most pieces. One row more than that tells that there are more. Indexes: gap_geom, gap_begun.
select c.site || '/' || c.zone || '/' || c.change as code, ST_ForcePolygonCCW(ST_Transform(d.geom, 4326)) as geom,
       jsonb_build_object('kind', 'change', 'change', c.change, 'site', c.site, 'zone', c.zone) as recorded,
       jsonb_build_object('area_m2', ST_Area(d.geom)) as computed
from changed_ground($1::text, $2::timestamptz, $3::timestamptz) c
cross join lateral ST_Dump(ST_CollectionExtract(c.geom, 3)) as d
join region r on r.region = $1::text
where ST_Area(d.geom) > 0.01
  and ($4::float8 is null or d.geom && ST_Transform(ST_MakeEnvelope($4::float8, $5::float8, $6::float8, $7::float8, 4326), r.srid))
order by ST_Area(d.geom) desc, code
limit $8::bigint
