-- All that is recorded, of whatever kind, version by version: what a delivery changed is read from it, field by field.

create index unplaced_camera_from on unplaced_camera (region, valid_from);
create index unplaced_camera_to on unplaced_camera (region, valid_to) where valid_to <> 'infinity';

-- A shape as a person compares it: how large, how many corners, where (degrees, WGS 84).
create function shape_in_words(shape geometry) returns text language sql immutable parallel safe as $$
  select concat_ws(', ', case when ST_Dimension(shape) = 2 then round(ST_Area(shape)::numeric, 1) || ' m²' end,
                   round((case when ST_Dimension(shape) = 2 then ST_Perimeter(shape) else ST_Length(shape) end)::numeric, 1) || ' m',
                   ST_NPoints(shape) || ' corners',
                   round(ST_X(middle)::numeric, 6) || ' ' || round(ST_Y(middle)::numeric, 6))
  from ST_Transform(ST_Centroid(shape), 4326) middle
$$;

-- All records of all kinds, each version of them; key tells them apart within a kind.
create view record_version as
select region, 'camera' as kind, code as key, id, source, content, valid_from, valid_to from camera
union all select region, 'unplaced', code, id, source, content, valid_from, valid_to from unplaced_camera
union all select region, 'site', code, id, source, content, valid_from, valid_to from site
union all select region, 'zone', site || chr(10) || code, id, source, content, valid_from, valid_to from zone
union all select region, 'occluder', code, id, source, content, valid_from, valid_to from occluder
union all select region, kind, code, id, source, content, valid_from, valid_to from excluded_area
union all select region, 'unit', code, id, source, content, valid_from, valid_to from unit
union all select region, 'purpose', name, id, source, content, valid_from, valid_to from purpose
union all select region, 'policy', category, id, source, content, valid_from, valid_to from policy
union all select region, 'backdrop', kind || chr(10) || code, id, source, content, valid_from, valid_to from backdrop;

-- What they say, in the words of the exchange form; what a record is silent about is absent.
create view record_fields as
select c.region, 'camera' as kind, c.id,
       recorded_camera(c) - 'kind' - 'code'
         || case when c.lon is null then '{}' else jsonb_build_object('position', jsonb_build_array(c.lon, c.lat)) end as fields
from camera c
union all
select u.region, 'unplaced', u.id, u.attributes || jsonb_strip_nulls(jsonb_build_object('name', u.name, 'class', u.class))
from unplaced_camera u
union all
select s.region, 'site', s.id, s.attributes || jsonb_strip_nulls(jsonb_build_object(
         'name', s.name, 'category', s.category, 'in_scope', s.in_scope, 'geometry', shape_in_words(s.geom)))
from site s
union all
select z.region, 'zone', z.id, z.attributes || jsonb_strip_nulls(jsonb_build_object(
         'name', z.name, 'purpose', z.purpose, 'required_ratio', z.required_ratio, 'min_cameras', z.min_cameras,
         'certainty', z.certainty, 'min_retention_days', z.min_retention_days, 'indoor', z.indoor,
         'counts_capture', z.counts_capture, 'hours', z.hours, 'lit', z.lit, 'geometry', shape_in_words(z.geom)))
from zone z
union all
select o.region, 'occluder', o.id, o.attributes || jsonb_strip_nulls(jsonb_build_object(
         'use', o.use, 'name', o.name, 'height', as_recorded(o.height_min, o.height_max), 'base', o.base,
         'geometry', shape_in_words(o.geom)))
from occluder o
union all
select e.region, e.kind, e.id, e.attributes || jsonb_strip_nulls(jsonb_build_object(
         'name', e.name, 'reason', e.reason, 'until', e.until, 'geometry', shape_in_words(e.geom)))
from excluded_area e
union all
select u.region, 'unit', u.id, u.attributes || jsonb_strip_nulls(jsonb_build_object(
         'name', u.name, 'geometry', shape_in_words(u.geom)))
from unit u
union all
select p.region, 'purpose', p.id, jsonb_strip_nulls(jsonb_build_object(
         'min_ppm', p.min_ppm, 'z_min', p.z_min, 'z_max', p.z_max, 'max_tilt', p.max_tilt))
from purpose p
union all
select p.region, 'policy', p.id, jsonb_strip_nulls(jsonb_build_object(
         'purpose', p.purpose, 'required_ratio', p.required_ratio, 'min_cameras', p.min_cameras, 'certainty', p.certainty,
         'min_retention_days', p.min_retention_days, 'counts_capture', p.counts_capture, 'ring_width', p.ring_width,
         'hours', p.hours, 'lit', p.lit))
from policy p
union all
select b.region, 'backdrop', b.id, b.attributes || jsonb_strip_nulls(jsonb_build_object(
         'class', b.class, 'name', b.name, 'geometry', shape_in_words(b.geom)))
from backdrop b;
