-- What was delivered lies outside the box from $1, $2 to $3, $4 (degrees, WGS 84) and is too far to be of this region?
-- It is left out: kind, how a report names it, and where it begins.
-- Index: none, each staged row is read once.
with place as (select ST_MakeEnvelope($1::float8, $2::float8, $3::float8, $4::float8) as box),
camera as (delete from stage_camera s using place p where not s.geom @ p.box returning s.ref, s.geom),
site as (delete from stage_site s using place p where not s.geom @ p.box returning s.ref, s.geom),
zone as (delete from stage_zone s using place p where not s.geom @ p.box returning s.ref, s.geom),
occluder as (delete from stage_occluder s using place p where not s.geom @ p.box returning s.ref, s.geom),
excluded as (delete from stage_excluded_area s using place p where not s.geom @ p.box returning s.ref, s.geom, s.kind),
unit as (delete from stage_unit s using place p where not s.geom @ p.box returning s.ref, s.geom),
backdrop as (delete from stage_backdrop s using place p where not s.geom @ p.box returning s.ref, s.geom)
select kind, ref, ST_XMin(geom), ST_YMin(geom)
from (
  select 'camera' as kind, ref, geom from camera
  union all select 'site', ref, geom from site
  union all select 'zone', ref, geom from zone
  union all select 'occluder', ref, geom from occluder
  union all select kind, ref, geom from excluded
  union all select 'unit', ref, geom from unit
  union all select 'backdrop', ref, geom from backdrop
) strays
order by kind, ref;
