-- The gaps of region $1 at moment $2 (null = now), largest first within their zone; areas in m2, widths in m.
-- Indexes: gap_live_zone, gap_zone.
select g.number::text as code, ST_ForcePolygonCCW(ST_Transform(g.geom, 4326)) as geom,
       jsonb_build_object('kind', 'gap', 'code', g.number::text, 'site', g.site, 'zone', g.zone) as recorded,
       jsonb_build_object('area_m2', g.area_m2, 'width_m', g.width_m, 'certainty', g.certainty, 'cause', g.cause,
         'causes', coalesce(g.causes, '[]'), 'action', g.action, 'origin', g.origin, 'since', g.valid_from) as computed
from gap g
where g.region = $1::text and holds(g.valid_from, g.valid_to, $2::timestamptz)
order by g.site, g.zone, g.area_m2 desc, g.number;
