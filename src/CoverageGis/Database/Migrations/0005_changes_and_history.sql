-- What changed and what is therefore out of date; night; the identity and history of gaps; views over borders; overreach.

-- The purposes and policies of a region have a version, which grows whenever one of them changes: an analysis names it.
create table policy_version (
  region   text not null references region (region),
  version  integer not null,
  made_at  timestamptz not null default now(),
  operator text not null,
  note     text not null default '',
  primary key (region, version)
);
insert into policy_version (region, version, made_at, operator) select region, 1, created_at, 'import' from region;

-- Night is a part of the policy. hours: 'day' = judged by day, 'always' = by day and by night as well.
-- lit: ambient light is good enough by night, a camera sees there as by day; else it sees as far as its own light reaches.
alter table policy add column hours text not null default 'day' check (hours in ('day', 'always'));
alter table policy add column lit boolean not null default false;
alter table zone add column hours text check (hours in ('day', 'always'));
alter table zone add column lit boolean;

create or replace view required_zone as
select s.region, s.id as site_id, s.code as site, coalesce(z.code, s.code) as zone, coalesce(z.name, s.name) as name,
       s.category, coalesce(z.purpose, p.purpose) as purpose,
       coalesce(z.required_ratio, p.required_ratio, 1) as required_ratio,
       coalesce(z.min_cameras, p.min_cameras, 1) as min_cameras,
       coalesce(z.certainty, p.certainty, 'certain') as certainty,
       coalesce(z.min_retention_days, p.min_retention_days) as min_retention_days,
       coalesce(z.indoor, false) as indoor,
       coalesce(z.counts_capture, p.counts_capture, false) as counts_capture,
       z.id is null as is_default, coalesce(p.ring_width, 15) as ring_width,
       s.in_scope is distinct from false as in_scope,
       coalesce(z.geom, s.geom) as geom,
       coalesce(z.hours, p.hours, 'day') as hours, coalesce(z.lit, p.lit, false) as lit
from site s
left join zone z on z.region = s.region and z.site = s.code and z.valid_to = 'infinity'
left join policy p on p.region = s.region and p.category = s.category and p.valid_to = 'infinity'
where s.valid_to = 'infinity';

-- Every edit writes what it touched, in its own transaction; the analysis takes rows away in the transaction that marks
-- what depends on them. Never read by "id greater than the last": commits arrive out of order.
-- kind: camera, occluder, site, zone, excluded_area, policy, purpose, region, all; view (of a camera of another region).
create table change (
  region  text not null,
  id      bigint generated always as identity,
  kind    text not null,
  code    text,                    -- of the camera, of the site (also for a zone), category of the policy, name of the purpose
  before  geometry,                -- where it was, in the region's plane; null = it was not, or has no place
  after   geometry,                -- where it is
  made_at timestamptz not null default clock_timestamp(),
  primary key (region, id)
);

-- What is out of date. Only the holder of the region's analysis lock touches these.
create table stale_camera (region text not null, camera bigint not null, primary key (region, camera));
create table stale_site (region text not null, site text not null, primary key (region, site));
create table stale_zone (region text not null, site text not null, zone text not null, primary key (region, site, zone));
-- Zones whose gaps may have another cause than was found, though their outlines are the same.
create table stale_cause (region text not null, site text not null, zone text not null, primary key (region, site, zone));

-- What is computed names a region that is there; asking so for each row costs a fifth of storing a view.
alter table camera_sight drop constraint camera_sight_region_fkey;
alter table watched_area drop constraint watched_area_region_fkey;
alter table coverage drop constraint coverage_region_fkey;
alter table gap drop constraint gap_region_fkey;

-- How the analysis took a camera; reach is the box of all that it may see for any purpose of its region.
alter table camera_sight add column reach geometry;
alter table camera_sight add column content uuid;       -- hash of its views: equal = nothing to store
create index camera_sight_reach on camera_sight using gist (reach);

-- Ground that a camera sees for a purpose. A view that reaches over a border is stored once for each region that it
-- reaches, in that region's plane: region is where the ground lies, camera_region where the camera stands.
-- Which rows count: certain = rows certain; nominal = certain and nominal; possible = all.
-- light: by day 'any', 'day' and 'dim' count, by night 'any', 'night' and 'dim'; but what is dim is by night at most
-- possible, whatever it is by day. A place that is lit is seen by night as by day.
drop table view;
create table view (
  region        text not null,
  camera_region text not null,
  camera        bigint not null,          -- camera.id in camera_region
  code          text not null,            -- of the camera
  purpose       text not null,
  certainty     text not null check (certainty in ('certain', 'nominal', 'possible')),
  light         text not null check (light in ('any', 'day', 'night', 'dim')),
  building      bigint,                   -- occluder.id that an indoor camera looks round in; null = outdoors
  working       boolean not null,         -- in use: a camera in repair has a view that does not count
  capture       boolean not null,         -- checkpoint or face capture: counts only in zones with counts_capture
  geom          geometry not null
);
create index view_camera on view (region, camera);
create index view_geom on view using gist (geom);
truncate camera_sight;

-- Views that reach protected areas: of which camera, how much, since when. code is the protected area's.
create table overreach (
  region        text not null,
  id            bigint generated always as identity,
  camera_region text not null,
  camera        text not null,            -- camera code
  area          text not null,            -- excluded_area.code
  certainty     text not null check (certainty in ('certain', 'possible')),
  area_m2       double precision not null,
  geom          geometry not null,
  valid_from    timestamptz not null,
  valid_to      timestamptz not null default 'infinity',
  primary key (region, id)
);
create index overreach_live on overreach (region, camera_region, camera) where valid_to = 'infinity';
create index overreach_geom on overreach using gist (geom);

alter table watched_area add column hours text not null default 'day';
alter table watched_area add column lit boolean not null default false;

-- Areas and ratios are by day; ratio_night and ratio_night_possible by night. Judged by both where hours = 'always'.
alter table coverage add column category text;
alter table coverage add column certainty text not null default 'certain';
alter table coverage add column min_cameras integer not null default 1;
alter table coverage add column hours text not null default 'day';
alter table coverage add column lit boolean not null default false;
alter table coverage add column ratio_night double precision;
alter table coverage add column ratio_night_possible double precision;
alter table coverage add column policy_version integer;
create index coverage_zone on coverage (region, site, zone, valid_from);

-- number is the gap's identity: it survives re-analysis while the gap overlaps what it was. A part that broke off has a
-- number of its own and names its origin. Of a zone with hours = 'always' the gaps are what is not seen by night.
-- causes: the share of the gap (0..1) that each cause explains, most first:
--   [{"cause":"blocked","share":0.7,"occluder":"b12","camera":"C7"}, ...]; cause is the first of them.
create sequence gap_number;
alter table gap add column number bigint;
update gap set number = id;
select setval('gap_number', coalesce((select max(id) from gap), 0) + 1, false);
alter table gap alter column number set default nextval('gap_number');
alter table gap alter column number set not null;
alter table gap add column origin bigint;
alter table gap alter column width_m drop not null;   -- null: not worked out yet, as the cause
alter table gap add column causes jsonb;
alter table gap add column action text;    -- the kind of work that follows: install, re-aim, raise, repair, clear, survey, light
create index gap_number_of on gap (region, number, valid_from);
create index gap_geom on gap using gist (geom);
create index gap_zone on gap (region, site, zone);

-- kind: full = everything was worked out anew, incremental = what was out of date.
alter table analysis add column kind text not null default 'full';
alter table analysis add column policy_version integer;
alter table analysis add column zones integer;
alter table analysis add column cameras integer;
alter table analysis alter column summary drop not null;

drop table watched_area_draft;
create unlogged table watched_area_draft (like watched_area including identity, primary key (region, id));
create index watched_area_draft_zone on watched_area_draft (region, site, zone);
drop table unseen_draft;
create unlogged table unseen_draft (
  region text not null, watched_area bigint not null,
  cameras integer not null,            -- that see some of it, certainly or not
  certainly geometry not null,         -- watched and not certainly seen; of a zone with hours = 'always', by day
  even_possibly geometry,              -- watched and not even possibly seen; null = the same
  nominal_m2 double precision not null,   -- watched and not seen at mid-values either
  dark_certainly geometry,             -- by night; null = as by day
  dark_possibly geometry,
  primary key (region, watched_area)
);
drop table coverage_draft;
create unlogged table coverage_draft (like coverage including defaults, primary key (region, site, zone));
alter table coverage_draft drop column id, drop column valid_from, drop column valid_to;
drop table gap_draft;
create unlogged table gap_draft (
  region text not null, id bigint generated always as identity,
  site text not null, zone text not null,
  geom geometry not null, area_m2 double precision not null, certainty text not null,
  number bigint, origin bigint,        -- as matched with what was known
  same boolean not null default false, -- the live gap of this number is as it was
  primary key (region, id)
);
create index gap_draft_zone on gap_draft (region, site, zone);
create index zone_live_geom on zone using gist (geom) where valid_to = 'infinity';

-- What the record of a camera says, in the words of the exchange form; what it is silent about is absent.
create function recorded_camera(c camera) returns jsonb language sql stable parallel safe as $$
  select c.attributes || jsonb_strip_nulls(jsonb_build_object('kind', 'camera', 'code', c.code, 'name', c.name, 'class', c.class,
    'type', c.type, 'function', nullif(to_jsonb(c.function), '[]'),
    'azimuth', case when cardinality(c.azimuth) = 1 then c.azimuth[1] end,
    'azimuths', case when cardinality(c.azimuth) > 1 then to_jsonb(c.azimuth) end,
    'azimuth_tolerance', nullif(c.azimuth_tolerance, 0), 'position_tolerance', nullif(c.position_tolerance, 0),
    'hfov', as_recorded(c.hfov_min, c.hfov_max), 'vfov', as_recorded(c.vfov_min, c.vfov_max),
    'tilt', as_recorded(c.tilt_min, c.tilt_max), 'height', as_recorded(c.height_min, c.height_max),
    'pixels', as_recorded(c.pixels_min, c.pixels_max), 'range', as_recorded(c.range_min, c.range_max),
    'night_range', as_recorded(c.night_range_min, c.night_range_max), 'status', c.status, 'mount', c.mount,
    'indoor', nullif(c.indoor, false)))
$$;
