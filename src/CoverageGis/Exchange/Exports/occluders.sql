-- What blocks sight in region $1, as recorded at moment $2 (null = now); heights in m, an interval where it is estimated.
-- Index: occluder_live_code.
select o.code, ST_ForcePolygonCCW(ST_Transform(o.geom, 4326)) as geom,
       o.attributes || jsonb_strip_nulls(jsonb_build_object('kind', 'occluder', 'code', o.code, 'name', nullif(o.name, ''), 'use', o.use,
         'height', as_recorded(o.height_min, o.height_max), 'base', nullif(o.base, 0))) as recorded,
       '{}'::jsonb as computed
from occluder o
where o.region = $1::text and holds(o.valid_from, o.valid_to, $2::timestamptz)
order by o.code;
