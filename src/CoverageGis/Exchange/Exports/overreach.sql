-- Which protected areas of region $1 do views of which cameras reach, at moment $2 (null = now)? Areas in m2; certain, or the part that is only possible.
-- Indexes: overreach_live, excluded_area_live_code.
select o.camera || '/' || o.area as code, ST_ForcePolygonCCW(ST_Transform(o.geom, 4326)) as geom,
       jsonb_build_object('kind', 'overreach', 'camera', o.camera, 'camera_region', o.camera_region, 'area', o.area) as recorded,
       jsonb_build_object('name', e.name, 'reason', e.reason, 'certainty', o.certainty, 'area_m2', o.area_m2, 'since', o.valid_from) as computed
from overreach o
left join excluded_area e on e.region = o.region and e.kind = 'protected' and e.code = o.area and holds(e.valid_from, e.valid_to, $2::timestamptz)
where o.region = $1::text and holds(o.valid_from, o.valid_to, $2::timestamptz)
order by o.camera, o.camera_region, o.area, o.certainty;
