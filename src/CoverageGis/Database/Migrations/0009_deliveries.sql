-- What becomes of a delivery: what it changed, field by field; what it lacks; and how all of it is taken back.

-- merged_at: the moment at which its records begin and the records that it ended end; no other delivery to the region
-- has the same, so that it is the exact link between a delivery and its records. Null: from before this was kept.
-- undoes: the delivery that this one took back. name_before, boundary_before: of the region, where it changed that.
alter table delivery add column merged_at timestamptz;
alter table delivery add column undoes bigint;
alter table delivery add column name_before text;
alter table delivery add column boundary_before geometry;
create unique index delivery_merged on delivery (region, merged_at);
create unique index delivery_undoes on delivery (region, undoes) where undoes is not null;

-- A record that a delivery found unchanged belongs to who delivered it last: whose it was before.
create table takeover (
  region text not null,
  kind   text not null,          -- camera, site, zone, occluder, protected, exempt, unit, purpose, policy, backdrop
  record bigint not null,        -- id in the table of the kind
  at     timestamptz not null,   -- merged_at of the delivery
  source text not null,          -- before
  primary key (region, kind, record, at)
);
create index takeover_at on takeover (region, at);

-- Cameras that a full delivery of an archive or a catalog lacks. They are not ended: an archive that is cut short would
-- take every camera away. Cleared (valid_to) by the delivery that has them again. since: merged_at of who lacked it first.
create table missing_camera (
  region     text not null,
  id         bigint generated always as identity,
  code       text not null,
  source     text not null,
  since      timestamptz not null,
  valid_from timestamptz not null,
  valid_to   timestamptz not null default 'infinity',
  primary key (region, id)
);
create unique index missing_camera_live on missing_camera (region, code) where valid_to = 'infinity';

-- What began and what ended at the moment of a delivery.
create index camera_from on camera (region, valid_from);
create index camera_to on camera (region, valid_to) where valid_to <> 'infinity';
create index site_from on site (region, valid_from);
create index site_to on site (region, valid_to) where valid_to <> 'infinity';
create index zone_from on zone (region, valid_from);
create index zone_to on zone (region, valid_to) where valid_to <> 'infinity';
create index occluder_from on occluder (region, valid_from);
create index occluder_to on occluder (region, valid_to) where valid_to <> 'infinity';
create index excluded_area_from on excluded_area (region, valid_from);
create index excluded_area_to on excluded_area (region, valid_to) where valid_to <> 'infinity';
create index unit_from on unit (region, valid_from);
create index unit_to on unit (region, valid_to) where valid_to <> 'infinity';
create index backdrop_from on backdrop (region, valid_from);
create index backdrop_to on backdrop (region, valid_to) where valid_to <> 'infinity';
