-- What is there at longitude $2, latitude $3 of region $1, and for which purpose is it looked at: $4, else that of the zone
-- there, else the one that most zones ask for? Ground state: inside_occluder, protected, exempt, watched, not_watched.
-- Indexes: watched_area_geom, site_live_geom, gap_live_geom, excluded_area_live_geom, occluder_live_geom.
with place as (
  select r.region, r.srid, ST_Transform(ST_SetSRID(ST_MakePoint($2::float8, $3::float8), 4326), r.srid) as point from region r where r.region = $1::text
), zones as (
  select w.site, w.zone, w.purpose, w.min_cameras, w.certainty, w.hours, w.indoor, s.name as site_name
  from place
  join watched_area w on w.region = place.region and ST_Intersects(w.geom, place.point)
  left join site s on s.region = w.region and s.code = w.site and s.valid_to = 'infinity'
), chosen as (
  select coalesce($4::text, (select purpose from zones order by site, zone limit 1),
    (select purpose from watched_area where region = $1::text group by purpose order by count(*) desc, purpose limit 1),
    (select name from purpose where region = $1::text and valid_to = 'infinity' order by name = 'observe-person' desc, name limit 1)) as purpose
), excluded as (
  select e.kind, e.code, e.name, e.reason, e.until
  from place
  join excluded_area e on e.region = place.region and e.valid_to = 'infinity' and (e.until is null or e.until >= current_date)
                       and ST_Intersects(e.geom, place.point)
), inside as (
  select o.code, o.use, o.height_min, o.height_max, o.base,
         o.base <= 0 or o.base < (select p.z_max from purpose p where p.region = $1::text and p.name = chosen.purpose and p.valid_to = 'infinity') as hides
  from place
  cross join chosen
  join occluder o on o.region = place.region and o.valid_to = 'infinity' and ST_Intersects(o.geom, place.point)
)
select ST_X(place.point) as x, ST_Y(place.point) as y, chosen.purpose,
       json_build_object(
  'state', case when exists (select from inside where hides) then 'inside_occluder'
                when exists (select from excluded where kind = 'protected') then 'protected'
                when exists (select from excluded) then 'exempt'
                when exists (select from zones) then 'watched' else 'not_watched' end,
  'zones', (select coalesce(json_agg(zones order by site, zone), '[]') from zones),
  'sites', (select coalesce(json_agg(json_build_object('code', s.code, 'name', s.name, 'category', s.category) order by s.code), '[]')
            from site s where s.region = place.region and s.valid_to = 'infinity' and ST_Intersects(s.geom, place.point)),
  'gaps', (select coalesce(json_agg(json_build_object('id', g.number::text, 'number', g.number, 'site', g.site, 'zone', g.zone,
             'certainty', g.certainty, 'cause', g.cause, 'action', g.action, 'area_m2', g.area_m2) order by g.number), '[]')
           from gap g where g.region = place.region and g.valid_to = 'infinity' and ST_Intersects(g.geom, place.point)),
  'excluded', (select coalesce(json_agg(excluded order by kind, code), '[]') from excluded),
  'occluders', (select coalesce(json_agg(inside order by code), '[]') from inside)) as ground,
  s.srid, s.srtext
from place cross join chosen join spatial_ref_sys s on s.srid = place.srid;
