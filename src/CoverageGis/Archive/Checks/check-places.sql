-- Which records of region $1 stand where no camera can: out of the region, in water, in a building that is higher than their
-- lens, on the centre line of a road? $2: parameters by rule.
-- Indexes: primary keys of stale_record, archive_record and region, backdrop_live_geom, occluder_live_geom, camera_live_code.
with record as materialized (
  select r.* from stale_record s join archive_record r on r.region = $1::text and r.code = s.code
  where s.region = $1::text and r.placed and r.status <> 'removed'
)
insert into archive_finding_draft (region, camera, rule, detail)
select $1::text, r.code, 'outside_region', jsonb_build_object('region', g.name, 'metres', ceil(ST_Distance(g.boundary, r.position)))
from record r join region g on g.region = $1::text
where not ST_Covers(g.boundary, r.position) and ST_Distance(g.boundary, r.position) > ($2::jsonb #>> '{outside_region,metres}')::double precision
union all
select $1::text, r.code, 'in_water', jsonb_build_object('water', b.name)
from record r
cross join lateral (
  select b.name from backdrop b
  where b.region = $1::text and b.valid_to = 'infinity' and b.kind = 'water' and ST_Dimension(b.geom) = 2 and ST_Covers(b.geom, r.position)
  order by b.code limit 1
) b
union all
select $1::text, r.code, 'inside_building', jsonb_build_object('building', o.name, 'building_code', o.code, 'height', o.height_min, 'lens', c.used_height_max)
from record r
join camera_as_used c on c.region = $1::text and c.code = r.code and c.valid_to = 'infinity' and c.mount <> 'wall' and not c.indoor
cross join lateral (
  select o.name, o.code, o.height_min from occluder o
  where o.region = $1::text and o.valid_to = 'infinity' and o.use in ('building', 'other') and o.base <= 0
    and o.height_min > c.used_height_max and ST_Covers(o.geom, r.position)
  order by o.height_min desc, o.code limit 1
) o
union all
select $1::text, r.code, 'on_road', jsonb_build_object('road', b.name, 'metres', round(b.metres::numeric, 1))
from record r
cross join lateral (
  select b.name, ST_Distance(b.geom, r.position) as metres from backdrop b
  where b.region = $1::text and b.valid_to = 'infinity' and b.kind = 'road' and ST_Dimension(b.geom) = 1
    and not ($2::jsonb #> '{on_road,not_classes}') ? b.class
    and b.geom && ST_Expand(r.position, ($2::jsonb #>> '{on_road,metres}')::double precision)
    and ST_DWithin(b.geom, r.position, ($2::jsonb #>> '{on_road,metres}')::double precision)
  order by 2, b.code limit 1
) b
where not ($2::jsonb #> '{on_road,not_types}') ? r.type;
