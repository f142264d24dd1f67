-- How do cameras stand in region $1 under each hypothesis about their datum? Camera $3[i] stands at longitude $4[i], latitude
-- $5[i] (WGS 84) when hypothesis $2[i] is true; $6 is the plane of the region. Counted are cameras that have something
-- within 200 m under some hypothesis: how many; inside buildings; farther than 30 m from every road (none known: 0);
-- within 50 m of a site.
-- Indexes: occluder_live_geom, backdrop_live_geom, site_live_geom.
with spot as materialized (
  select h.hypothesis, h.camera, ST_Transform(ST_SetSRID(ST_MakePoint(h.lon, h.lat), 4326), $6::integer) as place
  from unnest($2::text[], $3::integer[], $4::float8[], $5::float8[]) as h (hypothesis, camera, lon, lat)
),
stood as (
  select s.hypothesis, s.camera,
         exists (select from occluder o where o.region = $1::text and o.valid_to = 'infinity' and o.base = 0
                   and o.use = 'building' and ST_Contains(o.geom, s.place)) as inside,
         exists (select from backdrop b where b.region = $1::text and b.valid_to = 'infinity' and b.kind = 'road'
                   and ST_DWithin(b.geom, s.place, 30)) as on_road,
         exists (select from site t where t.region = $1::text and t.valid_to = 'infinity' and ST_DWithin(t.geom, s.place, 50)) as at_site,
         exists (select from occluder o where o.region = $1::text and o.valid_to = 'infinity' and ST_DWithin(o.geom, s.place, 200))
           or exists (select from backdrop b where b.region = $1::text and b.valid_to = 'infinity' and ST_DWithin(b.geom, s.place, 200))
           or exists (select from site t where t.region = $1::text and t.valid_to = 'infinity' and ST_DWithin(t.geom, s.place, 200)) as near
  from spot s
),
counted as (select *, bool_or(near) over (partition by camera) as counts from stood),
known as (select exists (select from backdrop where region = $1::text and valid_to = 'infinity' and kind = 'road') as roads,
                 exists (select from site where region = $1::text and valid_to = 'infinity') as sites)
select c.hypothesis, count(*)::integer, (count(*) filter (where c.inside))::integer,
       (count(*) filter (where k.roads and not c.on_road))::integer, (count(*) filter (where c.at_site))::integer,
       k.roads, k.sites
from counted c, known k
where c.counts
group by c.hypothesis, k.roads, k.sites;
