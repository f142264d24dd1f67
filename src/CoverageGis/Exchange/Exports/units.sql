-- The units that answer for the ground of region $1, as recorded at moment $2 (null = now).
-- Index: unit_live_code.
select u.code, ST_ForcePolygonCCW(ST_Transform(u.geom, 4326)) as geom,
       u.attributes || jsonb_build_object('kind', 'unit', 'code', u.code, 'name', u.name) as recorded,
       '{}'::jsonb as computed
from unit u
where u.region = $1::text and holds(u.valid_from, u.valid_to, $2::timestamptz)
order by u.code;
