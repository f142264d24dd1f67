-- What of each zone of the open sites of region $1 can and must be seen? One row a zone with a purpose, area in m2;
-- of the sites, slice $3 of $2 (so that the statement runs on as many connections as there are cores).
-- Watched is the open ground: the zone without the occluders that reach below the target's upper end, without
-- protected and exempt areas. A default zone that is built over for $4 or more of its area (0..1) is watched on a
-- ring around it. An indoor zone is not hidden by its own building. A site out of scope requires nothing.
-- Indexes: occluder_live_geom, excluded_area_live_geom, zone_live_code, policy_live_category.
insert into watched_area_draft (region, site, zone, category, purpose, required_ratio, min_cameras, certainty,
                                min_retention_days, indoor, counts_capture, building, ring, hours, lit, geom, area_m2)
select r.region, r.site, r.zone, r.category, r.purpose, r.required_ratio, r.min_cameras, r.certainty,
       r.min_retention_days, r.indoor, r.counts_capture, host.id, ring.applies, r.hours, r.lit, watched.geom, ST_Area(watched.geom)
from stale_site open
join required_zone r on r.region = open.region and r.site = open.site
join purpose u on u.region = r.region and u.name = r.purpose and u.valid_to = 'infinity'
left join lateral (
  select o.id from occluder o
  where r.indoor and o.region = r.region and o.valid_to = 'infinity' and (o.base <= 0 or o.base < u.z_max)
    and o.use not in ('wall', 'hedge', 'tree_row') and ST_Intersects(o.geom, r.geom)
  order by ST_Area(ST_Intersection(o.geom, r.geom)) desc, o.id limit 1
) host on true
cross join lateral (
  select ground_without(r.geom, array_agg(o.geom order by o.code)) as geom from occluder o
  where o.region = r.region and o.valid_to = 'infinity' and (o.base <= 0 or o.base < u.z_max) and o.id is distinct from host.id
    and ST_Intersects(o.geom, r.geom)
  offset 0 -- a fence: the planner would work it out once for every use
) free
cross join lateral (
  select r.is_default and ST_Area(free.geom) <= (1 - $4::double precision) * ST_Area(r.geom) as applies
) ring
cross join lateral (
  select case when ring.applies then ST_Difference(ST_Buffer(r.geom, r.ring_width, 'quad_segs=32'), r.geom)
              else free.geom end as geom
  offset 0
) ground
cross join lateral (
  select case when not r.in_scope then ST_SetSRID('POLYGON EMPTY'::geometry, ST_SRID(r.geom))
              else valid_ground(ground_without(ground.geom, array_agg(hidden.geom order by hidden.code))) end as geom
  from (
    select o.geom, o.code from occluder o
    where ring.applies and o.region = r.region and o.valid_to = 'infinity' and (o.base <= 0 or o.base < u.z_max)
      and ST_Intersects(o.geom, ground.geom)
    union all
    select e.geom, e.kind || e.code from excluded_area e
    where e.region = r.region and e.valid_to = 'infinity' and (e.until is null or e.until >= current_date)
      and ST_Intersects(e.geom, ground.geom)
  ) hidden
  offset 0
) watched
where open.region = $1::text and r.region = $1::text and r.site_id % $2::integer = $3::integer;
