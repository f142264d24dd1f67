-- Which regions are there, how much is in each, where do they lie, and whose data is it?
-- No parameters. Counts read the live rows of each region once. Indexes: site_live_code, camera_live_code, the keys of delivery and analysis.
select coalesce(json_agg(json_build_object(
         'code', r.region, 'name', r.name, 'srid', r.srid, 'analysed_at', (select max(a.finished_at) from analysis a where a.region = r.region),
         'sites', sites.number, 'cameras', cameras.number,
         'extent', (
           select json_build_array(ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box))
           from (select ST_Transform(ST_SetSRID(ST_Expand(coalesce(sites.box, cameras.box, r.boundary::box2d), 100)::geometry, r.srid), 4326)) as world (box)
           where box is not null),
         'has_osm', exists (select from delivery d where d.region = r.region and d.format like 'osm%'),
         'delivered_at', (select max(d.delivered_at) from delivery d where d.region = r.region))
       order by sites.number desc, cameras.number desc, r.region), '[]'::json)
from region r
cross join lateral (
  select count(*) as number, ST_Extent(s.geom) as box from site s where s.region = r.region and s.valid_to = 'infinity') sites
cross join lateral (
  select count(*) as number, ST_Extent(c.position) as box from camera c
  where c.region = r.region and c.valid_to = 'infinity' and c.status <> 'removed') cameras
