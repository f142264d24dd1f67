-- A small invented town, analysed: one of everything that the map can show. Plane EPSG:4549; local origin 390000, 3580000.
-- Region "town" is complete, region "hamlet" has sites and no analysis, region "void" has nothing.

insert into region (region, name, srid, created_at) values
  ('town', 'Testing Town 测试镇', 4549, '2026-01-01'), ('hamlet', 'Hamlet', 4549, '2026-01-01'), ('void', 'Void', 4549, '2026-01-01');

insert into delivery (region, source, file, format, operator, delivered_at, report) values
  ('town', 'town', 'town.osm.pbf', 'osm', 'tester', '2026-01-02', '{}'), ('hamlet', 'hamlet', 'hamlet.geojson', 'scene', 'tester', '2026-01-02', '{}');

create temp table default_row as
select 'town'::text as source, '00000000-0000-0000-0000-000000000000'::uuid as content, '2026-01-02'::timestamptz as valid_from;

insert into camera_default values
  ('bullet', 40, 90, 25, 50, 8, 25, 3, 6, 1920, 2560), ('dome_ptz', 50, 65, 28, 38, 10, 30, 4, 8, 1920, 1920),
  ('fisheye', 180, 180, 180, 180, 90, 90, 3, 6, 1920, 3000), ('other', 40, 90, 25, 50, 8, 25, 3, 6, 1280, 1920)
on conflict (type) do nothing;

insert into purpose (region, name, min_ppm, z_min, z_max, source, content, valid_from)
select 'town', name, ppm, 0, 1.7, 'default', content, valid_from
from default_row, (values ('detect-person', 25.0), ('observe-person', 62.5)) as p (name, ppm);

create function pg_temp.at(x double precision, y double precision) returns geometry language sql as
  'select ST_SetSRID(ST_MakePoint(390000 + x, 3580000 + y), 4549)';
create function pg_temp.box(x double precision, y double precision, w double precision, h double precision) returns geometry language sql as
  'select ST_MakeEnvelope(390000 + x, 3580000 + y, 390000 + x + w, 3580000 + y + h, 4549)';

insert into backdrop (region, code, kind, class, name, geom, source, content, valid_from)
select 'town', code, kind, class, name, geom, source, content, valid_from
from default_row, (values
  ('r1', 'road', 'primary', '建设路', ST_MakeLine(pg_temp.at(-300, 0), pg_temp.at(900, 40))),
  ('r2', 'road', 'secondary', '滨河路', ST_MakeLine(pg_temp.at(260, -300), pg_temp.at(300, 700))),
  ('r3', 'road', 'residential', '南门街', ST_MakeLine(pg_temp.at(0, -280), pg_temp.at(10, 500))),
  ('r4', 'road', 'service', '', ST_MakeLine(pg_temp.at(60, 90), pg_temp.at(240, 100))),
  ('r5', 'road', 'residential', '南门街', ST_Multi(ST_Union(ST_MakeLine(pg_temp.at(10, 500), pg_temp.at(60, 520)), ST_MakeLine(pg_temp.at(10, 500), pg_temp.at(-60, 520))))),
  ('t1', 'rail', 'rail', '', ST_MakeLine(pg_temp.at(-300, 560), pg_temp.at(900, 640))),
  ('w1', 'water', 'river', '滁河', ST_Buffer(ST_MakeLine(pg_temp.at(420, -300), pg_temp.at(520, 700)), 35)),
  ('g1', 'green', 'park', '人民公园', pg_temp.box(560, 120, 220, 180))) as b (code, kind, class, name, geom);

insert into occluder (region, code, use, height_min, height_max, base, geom, source, content, valid_from)
select 'town', 'b' || i || '-' || j, 'building', 12, 12, 0,
       pg_temp.box(30 + i * 45, -220 + j * 60, 26, 16), source, content, valid_from
from default_row, generate_series(0, 4) as i, generate_series(0, 10) as j where j <> 3 and j <> 4;
insert into occluder (region, code, use, height_min, height_max, base, geom, source, content, valid_from)
select 'town', 'canopy', 'canopy', 6, 6, 5, pg_temp.box(320, 60, 18, 12), source, content, valid_from from default_row;

insert into site (region, code, name, category, in_scope, geom, source, content, valid_from)
select 'town', code, name, category, scope, geom, source, content, valid_from
from default_row, (values
  ('S1', '建设路加油站', 'fuel_station', true, pg_temp.box(305, 50, 45, 35)),
  ('S2', '六合客运站', 'coach_station', true, pg_temp.box(310, -120, 80, 70)),
  ('S3', '南门公交站', 'bus_stop', null::boolean, ST_Buffer(pg_temp.at(5, -20), 15)),
  ('S4', '滨河小区', 'compound', true, pg_temp.box(20, 130, 225, 200)),
  ('S5', 'Small stop', 'bus_stop', false, ST_Buffer(pg_temp.at(700, 20), 15)),
  ('S6', '新百商场', 'mall', true, pg_temp.box(340, 320, 60, 50)),
  ('S7', '六合火车站', 'railway_station', true, pg_temp.box(120, 585, 120, 40))) as s (code, name, category, scope, geom);
insert into site (region, code, name, category, geom, source, content, valid_from)
select 'hamlet', 'H1', 'Hamlet stop', 'bus_stop', ST_Buffer(pg_temp.at(5000, 0), 15), source, content, valid_from from default_row;

insert into excluded_area (region, code, kind, name, reason, geom, source, content, valid_from)
select 'town', 'p1', 'protected', '职工宿舍', 'dormitory', pg_temp.box(150, 240, 60, 40), source, content, valid_from from default_row;

insert into camera (region, code, name, class, type, position, lon, lat, north, azimuth, hfov_min, hfov_max, vfov_min, vfov_max,
                    tilt_min, tilt_max, height_min, height_max, pixels_min, pixels_max, status, attributes, source, content, valid_from)
select 'town', code, name, class, type, p, ST_X(ST_Transform(p, 4326)), ST_Y(ST_Transform(p, 4326)), 0.64, azimuth,
       hfov, hfov, v, v, tilt, tilt, 5, 5, 3840, 3840, status, '{"vendor": "Example"}', source, content, valid_from
from default_row, (values
  ('32011600001320000001', '加油站 1 号', 1, 'bullet', pg_temp.at(300, 45), array[45.0], 70.0, 180.0, 12.0, 'in_use'),
  ('32011600001320000002', '加油站 2 号', 1, 'bullet', pg_temp.at(355, 90), array[225.0], 70.0, 180.0, 12.0, 'in_use'),
  ('32011600001320000003', '客运站广场', 2, 'bullet', pg_temp.at(305, -45), array[150.0], 60.0, 180.0, 12.0, 'in_use'),
  ('32011600001320000004', '客运站出口', 2, 'dome_ptz', pg_temp.at(395, -125), array[330.0], 55.0, 180.0, 12.0, 'repair'),
  ('32011600001320000005', '南门街口', 3, 'bullet', pg_temp.at(30, 0), array[250.0], null, null, null, 'in_use'),
  ('32011600001320000006', '小区东门', 3, 'bullet', pg_temp.at(248, 230), array[270.0], 90.0, 180.0, 12.0, 'in_use'),
  ('32011600001320000007', '小区西门', 3, 'bullet', pg_temp.at(17, 180), array[80.0, 10.0], 80.0, 180.0, 12.0, 'in_use'),
  ('32011600001320000008', '商场屋内', 9, 'fisheye', pg_temp.at(90, 150), array[0.0], 360.0, 180.0, 90.0, 'in_use'),
  ('C9', 'Unknown heading', 4, 'other', pg_temp.at(600, 60), null, null, null, null, 'in_use')
) as c (code, name, class, type, p, azimuth, hfov, v, tilt, status);

insert into camera_sight (region, camera, estimated, blind)
select region, id, hfov_min is null, case code when '32011600001320000008' then 'inside_building' when 'C9' then 'unknown_azimuth'
  when '32011600001320000004' then 'out_of_order' end from camera where region = 'town';

insert into view (region, camera_region, camera, code, purpose, certainty, light, working, capture, geom)
select c.region, c.region, c.id, c.code, 'observe-person', case when c.hfov_min is null then 'nominal' else 'certain' end, 'any', c.status = 'in_use', false,
       ST_Multi(ST_Difference(ST_MakePolygon(ST_MakeLine(array[c.position] || arc.points || array[c.position])),
                     coalesce((select ST_Union(ST_Buffer(o.geom, 4, 'join=mitre')) from occluder o where o.base = 0), 'SRID=4549;POLYGON EMPTY'::geometry)))
from camera c cross join lateral unnest(c.azimuth) as head (azimuth) cross join lateral (
  select array_agg(ST_Translate(c.position, 55 * sin(radians(a)), 55 * cos(radians(a))) order by a) as points
  from generate_series((head.azimuth - coalesce(c.hfov_min, 60) / 2)::int, (head.azimuth + coalesce(c.hfov_min, 60) / 2)::int, 5) as a) arc
where c.region = 'town' and c.code not in ('32011600001320000008', 'C9')
on conflict do nothing;

insert into watched_area (region, site, zone, category, purpose, required_ratio, min_cameras, certainty, indoor, counts_capture, ring, geom, area_m2)
select w.region, w.code, w.code, w.category, 'observe-person', 0.8, 1, 'certain', false, false, false, w.geom, ST_Area(w.geom)
from (select s.*, ST_Difference(s.geom, coalesce((select ST_Union(o.geom) from occluder o where o.base = 0 and o.geom && s.geom), 'SRID=4549;POLYGON EMPTY'::geometry)) as open
      from site s where s.region = 'town' and s.code not in ('S5', 'S6')) as w (region, id, code, name, category, in_scope, full_geom, attributes, source, content, valid_from, valid_to, geom);
insert into watched_area (region, site, zone, category, purpose, required_ratio, min_cameras, certainty, indoor, counts_capture, ring, geom, area_m2)
values ('town', 'S6', 'S6', 'mall', 'observe-person', 0.8, 1, 'certain', false, false, false, 'SRID=4549;POLYGON EMPTY'::geometry, 0);

create temp table result as
select w.site, w.geom, w.area_m2, ST_Difference(w.geom, seen.all_of_it) as unseen, ST_Difference(w.geom, seen.certain) as unproven_or_unseen
from watched_area w cross join lateral (
  select coalesce(ST_Union(v.geom), 'SRID=4549;POLYGON EMPTY'::geometry) as all_of_it,
         coalesce(ST_Union(v.geom) filter (where v.certainty = 'certain'), 'SRID=4549;POLYGON EMPTY'::geometry) as certain
  from view v where v.region = w.region and v.working and v.geom && w.geom) seen;

insert into coverage (region, site, zone, purpose, required_ratio, area_m2, seen_m2, unproven_m2, unseen_m2, ratio, ratio_nominal, ratio_possible, cameras, gaps, compliant, valid_from)
select 'town', site, site, 'observe-person', 0.8, area_m2, area_m2 - ST_Area(unproven_or_unseen), ST_Area(unproven_or_unseen) - ST_Area(unseen), ST_Area(unseen),
       1 - ST_Area(unproven_or_unseen) / nullif(area_m2, 0), 1 - ST_Area(unseen) / nullif(area_m2, 0), 1 - ST_Area(unseen) / nullif(area_m2, 0),
       2, 0, 1 - ST_Area(unproven_or_unseen) / nullif(area_m2, 0) >= 0.8, '2026-01-03'
from result;

insert into gap (region, site, zone, geom, area_m2, width_m, certainty, cause, valid_from)
select 'town', site, site, part.geom, ST_Area(part.geom), 2 * (ST_MaximumInscribedCircle(part.geom)).radius, certainty, cause, '2026-01-03'
from (select site, 'certain' as certainty, 'blocked' as cause, (ST_Dump(unseen)).geom from result
      union all select site, 'unproven', 'unproven', (ST_Dump(ST_Difference(unproven_or_unseen, unseen))).geom from result) as part (site, certainty, cause, geom)
where ST_Area(part.geom) > 1;
update coverage c set gaps = (select count(*) from gap g where g.region = c.region and g.site = c.site);
update coverage set required_ratio = 0.7 where site = 'S3';
insert into analysis (region, basis, finished_at, summary) values ('town', 'test', '2026-01-03', '{}');
