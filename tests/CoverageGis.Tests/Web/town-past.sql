-- What the town was a day before its present state: an analysis of other views, closed by the one in town.sql.
-- S2 was seen whole and has lost much; S1 was unseen in its western half; S4 had one gap, beside the one it has now; S3 is as it was.
insert into policy_version (region, version, made_at, operator, note) values
  ('town', 1, '2026-01-01', 'import', ''), ('town', 2, '2026-01-02 18:00+00', '李敏', '公交站改为 80 %');
insert into policy (region, category, purpose, required_ratio, min_cameras, certainty, min_retention_days, counts_capture, ring_width, hours, lit, source, content, valid_from)
select 'town', category, purpose, ratio, cameras, 'certain', days, false, 15, hours, lit, 'default', '00000000-0000-0000-0000-000000000000', '2026-01-02'
from (values ('fuel_station', 'observe-person', 0.8, 1, 90, 'always', true), ('coach_station', 'observe-person', 0.8, 1, 30, 'day', false),
             ('bus_stop', 'observe-person', 0.8, 1, 30, 'day', false), ('compound', 'observe-person', 0.8, 1, null, 'day', false)) as p (category, purpose, ratio, cameras, days, hours, lit);
update coverage set policy_version = 2, category = (select s.category from site s where s.region = 'town' and s.code = coverage.site);
update coverage set policy_version = 1 where site = 'S7';
update coverage set hours = 'always', ratio_night = ratio * 0.7, ratio_night_possible = ratio_possible where site = 'S1';
update analysis set policy_version = 2, zones = 6, cameras = 9, summary = '{"compliant": 1, "gaps": 9}' where region = 'town';
insert into analysis (region, basis, kind, finished_at, policy_version, zones, cameras, summary) values
  ('town', 'test', 'incremental', '2026-01-02 12:00+00', 1, 6, 9, '{"compliant": 2, "gaps": 7}');

insert into gap (region, number, site, zone, geom, area_m2, width_m, certainty, cause, valid_from, valid_to)
select 'town', nextval('gap_number'), site, site, geom, ST_Area(geom), 5, 'certain', 'blocked', '2026-01-02 12:00+00', '2026-01-03'
from (select w.site, ST_Intersection(w.geom, ST_MakeEnvelope(390305, 3580050, 390325, 3580085, 4549)) as geom from watched_area w where w.site = 'S1'
      union all
      select w.site, ST_Intersection(w.geom, ST_MakeEnvelope(390050, 3580250, 390140, 3580330, 4549)) from watched_area w where w.site = 'S4') as past;
insert into gap (region, number, site, zone, geom, area_m2, width_m, certainty, cause, valid_from, valid_to)
select region, number, site, zone, geom, area_m2, width_m, certainty, cause, '2026-01-02 12:00+00', '2026-01-03' from gap
where region = 'town' and site in ('S3', 'S7') and valid_to = 'infinity';
insert into coverage (region, site, zone, category, purpose, required_ratio, area_m2, seen_m2, unproven_m2, unseen_m2, ratio, ratio_nominal, ratio_possible,
                      cameras, gaps, compliant, policy_version, valid_from, valid_to)
select w.region, w.site, w.zone, w.category, w.purpose, case w.site when 'S3' then 0.7 else 0.8 end, w.area_m2, w.area_m2 - g.unproven - g.unseen, g.unproven, g.unseen,
       1 - (g.unproven + g.unseen) / nullif(w.area_m2, 0), 1 - g.unseen / nullif(w.area_m2, 0), 1 - g.unseen / nullif(w.area_m2, 0), 2, g.number,
       1 - (g.unproven + g.unseen) / nullif(w.area_m2, 0) >= 0.8, 1, '2026-01-02 12:00+00', '2026-01-03'
from watched_area w cross join lateral (
  select coalesce(sum(area_m2) filter (where certainty = 'certain'), 0) as unseen, coalesce(sum(area_m2) filter (where certainty = 'unproven'), 0) as unproven, count(*) as number
  from gap where gap.region = w.region and gap.site = w.site and gap.valid_to < 'infinity') g;

-- What the analysis says of gaps and of protected ground.
update gap g set causes = jsonb_build_array(
    jsonb_build_object('cause', 'blocked', 'share', 0.7, 'occluder', o.code, 'camera', '32011600001320000006'),
    jsonb_build_object('cause', 'too_far', 'share', 0.3, 'camera', '32011600001320000007')), action = 're-aim'
from (select code from occluder where region = 'town' and use = 'building' order by code limit 1) o
where g.region = 'town' and g.valid_to = 'infinity' and g.site = 'S4' and g.cause = 'blocked';
insert into overreach (region, camera_region, camera, area, certainty, area_m2, geom, valid_from)
select 'town', 'town', '32011600001320000006', 'p1', 'certain', ST_Area(geom), geom, '2026-01-03'
from (select ST_MakeEnvelope(390195, 3580245, 390210, 3580270, 4549) as geom) as reached;
update view set since = '2026-01-01';
update watched_area set since = '2026-01-01';
