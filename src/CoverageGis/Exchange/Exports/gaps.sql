-- The gaps of region $1, largest first within their zone; areas in m2, widths in m.
-- Index: gap_live_zone.
select g.number::text as code, ST_ForcePolygonCCW(ST_Transform(g.geom, 4326)) as geom,
       jsonb_build_object('kind', 'gap', 'code', g.number::text, 'site', g.site, 'zone', g.zone) as recorded,
       jsonb_build_object('area_m2', g.area_m2, 'width_m', g.width_m, 'certainty', g.certainty, 'cause', g.cause,
         'causes', coalesce(g.causes, '[]'), 'action', g.action, 'origin', g.origin,
         'since', g.valid_from) as computed
from gap g
where g.region = $1::text and g.valid_to = 'infinity'
order by g.site, g.zone, g.area_m2 desc, g.number;
