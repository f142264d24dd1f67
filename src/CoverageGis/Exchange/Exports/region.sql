-- Region $1 as a scene feature: what an import needs to know where an export belongs.
-- Index: primary key of region.
select r.region as code, ST_ForcePolygonCCW(ST_Transform(r.boundary, 4326)) as geom,
       jsonb_build_object('kind', 'region', 'code', r.region, 'name', r.name, 'srid', r.srid) as recorded,
       '{}'::jsonb as computed
from region r where r.region = $1::text;
