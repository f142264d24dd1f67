-- For which purposes does region $1 (plane $7) need views within the box ($2, $3) to ($4, $5), given in EPSG $6, and where?
-- Boxes in EPSG $6. Where something is watched, and where a protected area asks whether it is seen (purpose $8).
-- Indexes: watched_area_geom, excluded_area_live_geom.
select n.purpose, ST_XMin(n.place), ST_YMin(n.place), ST_XMax(n.place), ST_YMax(n.place)
from (
  select w.purpose, ST_Transform(ST_Envelope(w.geom), $6::integer) as place
  from watched_area w
  where w.region = $1::text and w.area_m2 > 0
    and w.geom && ST_Transform(ST_MakeEnvelope($2::double precision, $3::double precision,
                                               $4::double precision, $5::double precision, $6::integer), $7::integer)
  union all
  select $8::text, ST_Transform(ST_Envelope(e.geom), $6::integer)
  from excluded_area e
  where e.region = $1::text and e.valid_to = 'infinity' and e.kind = 'protected' and (e.until is null or e.until >= current_date)
    and e.geom && ST_Transform(ST_MakeEnvelope($2::double precision, $3::double precision,
                                               $4::double precision, $5::double precision, $6::integer), $7::integer)
) n;
