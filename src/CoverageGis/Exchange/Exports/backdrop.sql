-- The base map of region $1 (roads, rail, water, green) as delivered, at moment $2 (null = now).
-- Index: backdrop_live_code.
select b.kind || '/' || b.code as code, ST_Transform(b.geom, 4326) as geom,
       b.attributes || jsonb_strip_nulls(jsonb_build_object('kind', 'backdrop', 'code', b.code, 'layer', b.kind, 'class', nullif(b.class, ''),
         'name', nullif(b.name, ''))) as recorded,
       '{}'::jsonb as computed
from backdrop b
where b.region = $1::text and holds(b.valid_from, b.valid_to, $2::timestamptz)
order by b.kind, b.code;
