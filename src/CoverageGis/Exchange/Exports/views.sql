-- What each camera of region $1 sees or saw, by purpose; certain, nominal or possible. $2 moment, null = now.
-- Indexes: view_camera, past_view_camera.
select v.code || '/' || v.purpose as code, ST_ForcePolygonCCW(ST_Transform(v.geom, 4326)) as geom,
       jsonb_build_object('kind', 'view', 'camera', v.code, 'purpose', v.purpose, 'certainty', v.certainty) as recorded,
       jsonb_build_object('area_m2', ST_Area(v.geom), 'working', v.working) as computed
from view_at($1::text, $2::timestamptz) v
where v.camera_region = $1::text
order by v.code, v.purpose, v.certainty;
