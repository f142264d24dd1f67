-- The areas of region $1 that are not watched at moment $2 (null = now): protected (privacy) and exempt (for a time).
-- Index: excluded_area_live_code.
select e.kind || '/' || e.code as code, ST_ForcePolygonCCW(ST_Transform(e.geom, 4326)) as geom,
       e.attributes || jsonb_strip_nulls(jsonb_build_object('kind', e.kind, 'code', e.code, 'name', nullif(e.name, ''),
         'reason', nullif(e.reason, ''), 'until', e.until)) as recorded,
       '{}'::jsonb as computed
from excluded_area e
where e.region = $1::text and holds(e.valid_from, e.valid_to, $2::timestamptz)
order by e.kind, e.code;
