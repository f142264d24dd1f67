-- What there is: regions, and the records that deliveries bring into them.
-- Every key starts with the region, every record carries its period of validity: a changed record
-- closes its row (valid_to) and opens a new one; the live row of a code has valid_to = 'infinity'.
-- Geometry is in the metric plane of its region (region.srid), x east, y north, metres.

create extension if not exists postgis;

create table region (
  region     text primary key check (region ~ '^[A-Za-z0-9_-]{1,32}$'),
  name       text not null,
  srid       integer not null,
  boundary   geometry,               -- null: the region is closed, no view enters or leaves it
  created_at timestamptz not null default now()
);

-- One import run that changed something, or would have; who delivered what, and what became of it.
create table delivery (
  region       text not null references region (region),
  id           bigint generated always as identity,
  source       text not null,
  file         text not null,
  format       text not null,
  operator     text not null,        -- who ran it: until accounts exist, the local user
  delivered_at timestamptz not null default now(),
  report       jsonb not null,       -- the object that `import --json` prints
  primary key (region, id)
);

create table camera (
  region             text not null references region (region),
  id                 bigint generated always as identity,
  code               text not null,
  name               text not null,
  class              smallint,
  type               text not null,  -- dome_ptz, half_dome, bullet, ptz_bullet, checkpoint, fisheye, other
  function           text[] not null default '{}',
  position           geometry not null,
  lon                double precision not null,
  lat                double precision not null,
  position_tolerance double precision not null default 0,   -- m
  north              double precision not null,  -- grid azimuth of true north at the camera, degrees
  azimuth            double precision[],         -- degrees from true north, one a head; null = unknown
  azimuth_tolerance  double precision not null default 0,   -- +- degrees
  hfov_min           double precision,           -- degrees; each pair: equal = exact, null = not recorded
  hfov_max           double precision,
  vfov_min           double precision,           -- degrees; 180 = unbounded
  vfov_max           double precision,
  tilt_min           double precision,           -- degrees below the horizontal
  tilt_max           double precision,
  height_min         double precision,           -- lens above ground, m
  height_max         double precision,
  pixels_min         double precision,           -- horizontal
  pixels_max         double precision,
  range_min          double precision,           -- m; null = no cap
  range_max          double precision,
  night_range_min    double precision,           -- m; null = none known
  night_range_max    double precision,
  status             text not null default 'in_use',  -- in_use, repair, removed
  mount              text not null default 'pole',    -- pole, wall
  indoor             boolean not null default false,
  attributes         jsonb not null default '{}',     -- archive fields by name, as delivered
  source             text not null,
  content            uuid not null,              -- hash of all that was delivered
  valid_from         timestamptz not null,
  valid_to           timestamptz not null default 'infinity',
  primary key (region, id)
);
create unique index camera_live_code on camera (region, code) where valid_to = 'infinity';
create index camera_live_position on camera using gist (position) where valid_to = 'infinity';
create index camera_live_source on camera (region, source) where valid_to = 'infinity';

create table site (
  region     text not null references region (region),
  id         bigint generated always as identity,
  code       text not null,
  name       text not null,
  category   text not null,   -- airport, railway_station, coach_station, fuel_station, bus_stop, mall, compound, other
  in_scope   boolean,         -- false: shown, requires nothing; null (unknown) counts as true
  geom       geometry not null,
  attributes jsonb not null default '{}',
  source     text not null,
  content    uuid not null,
  valid_from timestamptz not null,
  valid_to   timestamptz not null default 'infinity',
  primary key (region, id)
);
create unique index site_live_code on site (region, code) where valid_to = 'infinity';
create index site_live_geom on site using gist (geom) where valid_to = 'infinity';
create index site_live_source on site (region, source) where valid_to = 'infinity';

-- A part of a site with its own requirement. A null requirement field falls back to the policy of the site's category.
create table zone (
  region             text not null references region (region),
  id                 bigint generated always as identity,
  site               text not null,
  code               text not null,   -- unique within its site
  name               text not null,
  purpose            text,
  required_ratio     double precision,
  min_cameras        integer,
  certainty          text,            -- certain, nominal, possible
  min_retention_days integer,
  indoor             boolean not null default false,
  counts_capture     boolean,
  geom               geometry not null,
  attributes         jsonb not null default '{}',
  source             text not null,
  content            uuid not null,
  valid_from         timestamptz not null,
  valid_to           timestamptz not null default 'infinity',
  primary key (region, id)
);
create unique index zone_live_code on zone (region, site, code) where valid_to = 'infinity';
create index zone_live_source on zone (region, source) where valid_to = 'infinity';

create table occluder (
  region     text not null references region (region),
  id         bigint generated always as identity,
  code       text not null,           -- as delivered, else the hash of the normalised geometry
  use        text not null,           -- building, canopy, wall, hedge, tree_row, other
  name       text not null default '',
  height_min double precision not null,  -- top above ground, m; min < max = estimated
  height_max double precision not null,
  base       double precision not null default 0,  -- underside above ground, m; > 0 = a canopy or a deck
  geom       geometry not null,
  attributes jsonb not null default '{}',
  source     text not null,
  content    uuid not null,
  valid_from timestamptz not null,
  valid_to   timestamptz not null default 'infinity',
  primary key (region, id)
);
create unique index occluder_live_code on occluder (region, code) where valid_to = 'infinity';
create index occluder_live_geom on occluder using gist (geom) where valid_to = 'infinity';
create index occluder_live_source on occluder (region, source) where valid_to = 'infinity';

-- Areas that are not watched: protected (privacy, views must not reach) and exempt (for a time).
create table excluded_area (
  region     text not null references region (region),
  id         bigint generated always as identity,
  code       text not null,
  kind       text not null check (kind in ('protected', 'exempt')),
  name       text not null default '',
  reason     text not null default '',
  until      date,                    -- exempt until and including this day; null = no end
  geom       geometry not null,
  attributes jsonb not null default '{}',
  source     text not null,
  content    uuid not null,
  valid_from timestamptz not null,
  valid_to   timestamptz not null default 'infinity',
  primary key (region, id)
);
create unique index excluded_area_live_code on excluded_area (region, kind, code) where valid_to = 'infinity';
create index excluded_area_live_geom on excluded_area using gist (geom) where valid_to = 'infinity';
create index excluded_area_live_source on excluded_area (region, source) where valid_to = 'infinity';

-- Units that answer for an area: police stations, sub-district offices, site owners.
create table unit (
  region     text not null references region (region),
  id         bigint generated always as identity,
  code       text not null,
  name       text not null,
  geom       geometry not null,
  attributes jsonb not null default '{}',
  source     text not null,
  content    uuid not null,
  valid_from timestamptz not null,
  valid_to   timestamptz not null default 'infinity',
  primary key (region, id)
);
create unique index unit_live_code on unit (region, code) where valid_to = 'infinity';
create index unit_live_source on unit (region, source) where valid_to = 'infinity';

-- What one must be able to see. Shipped defaults (data/purposes.json) have source 'default'.
create table purpose (
  region     text not null references region (region),
  id         bigint generated always as identity,
  name       text not null,
  min_ppm    double precision not null,  -- pixels per metre at the target
  z_min      double precision not null,  -- target height band above ground, m
  z_max      double precision not null,
  max_tilt   double precision,           -- steepest depression angle, degrees; null = no limit
  source     text not null,
  content    uuid not null,
  valid_from timestamptz not null,
  valid_to   timestamptz not null default 'infinity',
  primary key (region, id)
);
create unique index purpose_live_name on purpose (region, name) where valid_to = 'infinity';

-- What a category of site requires. Shipped defaults (data/policies.json) have source 'default'.
create table policy (
  region             text not null references region (region),
  id                 bigint generated always as identity,
  category           text not null,
  purpose            text not null,
  required_ratio     double precision not null,
  min_cameras        integer not null default 1,
  certainty          text not null default 'certain',
  min_retention_days integer,
  counts_capture     boolean not null default false,
  ring_width         double precision not null default 15,  -- m, of the ring around a site that is itself built over
  source             text not null,
  content            uuid not null,
  valid_from         timestamptz not null,
  valid_to           timestamptz not null default 'infinity',
  primary key (region, id)
);
create unique index policy_live_category on policy (region, category) where valid_to = 'infinity';

-- Base-map context: roads, water, green, rail. Drawn, never analysed.
create table backdrop (
  region     text not null references region (region),
  id         bigint generated always as identity,
  code       text not null,
  kind       text not null,           -- road, rail, water, green
  class      text not null default '',  -- e.g. trunk, primary, residential, river
  name       text not null default '',
  geom       geometry not null,
  attributes jsonb not null default '{}',
  source     text not null,
  content    uuid not null,
  valid_from timestamptz not null,
  valid_to   timestamptz not null default 'infinity',
  primary key (region, id)
);
create unique index backdrop_live_code on backdrop (region, kind, code) where valid_to = 'infinity';
create index backdrop_live_geom on backdrop using gist (geom) where valid_to = 'infinity';
create index backdrop_live_source on backdrop (region, source) where valid_to = 'infinity';
