-- Where a delivery waits until all of it is there: one temporary table a kind, geometry in WGS 84, gone with the
-- transaction. Columns as in the table of the same name; ref is how a report names the row.
-- stage_fault holds what the delivery has but could not be taken: it is skipped, and what was known of it stays.
-- Index: primary key of stage_fault; the others are read whole.
create temp table stage_fault (kind text, key text, primary key (kind, key)) on commit drop;
create temp table stage_camera (
  ref text, code text, name text, class smallint, type text, function text[], geom geometry,
  position_tolerance float8, azimuth float8[], azimuth_tolerance float8,
  hfov_min float8, hfov_max float8, vfov_min float8, vfov_max float8, tilt_min float8, tilt_max float8,
  height_min float8, height_max float8, pixels_min float8, pixels_max float8,
  range_min float8, range_max float8, night_range_min float8, night_range_max float8,
  status text, mount text, indoor boolean, attributes jsonb, content uuid
) on commit drop;
create temp table stage_unplaced_camera (
  ref text, code text, name text, class smallint, attributes jsonb, content uuid
) on commit drop;
create temp table stage_site (
  ref text, code text, name text, category text, in_scope boolean, geom geometry, radius float8,
  attributes jsonb, content uuid
) on commit drop;
create temp table stage_zone (
  ref text, site text, code text, name text, purpose text, required_ratio float8, min_cameras integer,
  certainty text, min_retention_days integer, indoor boolean, counts_capture boolean, hours text, lit boolean, geom geometry,
  attributes jsonb, content uuid
) on commit drop;
create temp table stage_occluder (
  ref text, code text, use text, name text, height_min float8, height_max float8, base float8, geom geometry,
  width float8, attributes jsonb, content uuid
) on commit drop;
create temp table stage_excluded_area (
  ref text, kind text, code text, name text, reason text, until date, geom geometry, attributes jsonb, content uuid
) on commit drop;
create temp table stage_unit (
  ref text, code text, name text, geom geometry, attributes jsonb, content uuid
) on commit drop;
create temp table stage_purpose (
  ref text, name text, min_ppm float8, z_min float8, z_max float8, max_tilt float8, content uuid
) on commit drop;
create temp table stage_policy (
  ref text, category text, purpose text, required_ratio float8, min_cameras integer, certainty text,
  min_retention_days integer, counts_capture boolean, ring_width float8, hours text, lit boolean, content uuid
) on commit drop;
create temp table stage_backdrop (
  ref text, code text, kind text, class text, name text, geom geometry, attributes jsonb, content uuid
) on commit drop;
