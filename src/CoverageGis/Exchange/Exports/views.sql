-- What each camera of region $1 sees, by purpose; certain or nominal.
-- Indexes: primary keys of view and camera.
select c.code || '/' || v.purpose as code, ST_ForcePolygonCCW(ST_Transform(v.geom, 4326)) as geom,
       jsonb_build_object('kind', 'view', 'camera', c.code, 'purpose', v.purpose, 'certainty', v.certainty) as recorded,
       jsonb_build_object('area_m2', ST_Area(v.geom), 'working', v.working) as computed
from view v
join camera c on c.region = v.region and c.id = v.camera
where v.region = $1::text
order by c.code, v.purpose, v.certainty;
