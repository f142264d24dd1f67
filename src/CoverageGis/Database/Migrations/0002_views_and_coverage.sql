-- What was computed: views of cameras, what of each zone is watched, how much of it is seen, and the gaps.

-- What a camera of this type is taken to have where its record is silent: intervals, so that a guess stays a guess.
-- Filled from data/camera-defaults.json at every start; a reference table, the same in every region.
create table camera_default (
  type       text primary key,
  hfov_min   double precision not null,
  hfov_max   double precision not null,
  vfov_min   double precision not null,
  vfov_max   double precision not null,
  tilt_min   double precision not null,
  tilt_max   double precision not null,
  height_min double precision not null,
  height_max double precision not null,
  pixels_min double precision not null,
  pixels_max double precision not null
);

-- How the analysis took a camera: the inputs it used, and why it sees nothing where it sees nothing.
create table camera_sight (
  region      text not null references region (region),
  camera      bigint not null,        -- camera.id
  estimated   boolean not null,       -- some value is missing or an interval: its views prove nothing
  blind       text,                   -- null = it sees; inside_building, unknown_azimuth, no_building, out_of_order
  fingerprint uuid not null,          -- hash of camera, defaults, purposes and occluders in reach
  primary key (region, camera)
);

-- Ground that a camera sees for a purpose.
create table view (
  region    text not null references region (region),
  camera    bigint not null,          -- camera.id
  purpose   text not null,
  certainty text not null check (certainty in ('certain', 'nominal', 'possible')),
  indoor    boolean not null default false,
  geom      geometry not null,
  primary key (region, camera, purpose, certainty)
);
create index view_geom on view using gist (geom);

-- Each zone with its requirement as it applies (explicit zones, and one default zone for a site without any).
create table watched_area (
  region             text not null references region (region),
  id                 bigint generated always as identity,
  site               text not null,
  zone               text not null,
  category           text not null,
  purpose            text not null,
  required_ratio     double precision not null,
  min_cameras        integer not null,
  certainty          text not null,
  min_retention_days integer,
  indoor             boolean not null,
  counts_capture     boolean not null,
  ring               boolean not null,    -- watched on a ring around the site, which is itself built over
  geom               geometry not null,   -- what can and must be seen; may be empty
  area_m2            double precision not null,
  primary key (region, id)
);
create unique index watched_area_zone on watched_area (region, site, zone);
create index watched_area_geom on watched_area using gist (geom);

-- How much of a zone is seen; seen_m2 = area_m2 - unproven_m2 - unseen_m2.
create table coverage (
  region         text not null references region (region),
  id             bigint generated always as identity,
  site           text not null,
  zone           text not null,
  purpose        text not null,
  required_ratio double precision not null,
  area_m2        double precision not null,
  seen_m2        double precision not null,   -- certainly
  unproven_m2    double precision not null,   -- possibly, not certainly
  unseen_m2      double precision not null,   -- not even possibly
  ratio          double precision,            -- certain; null = nothing to watch
  ratio_nominal  double precision,
  ratio_possible double precision,
  cameras        integer not null,            -- that see some of it, certainly or not
  gaps           integer not null,
  compliant      boolean,
  valid_from     timestamptz not null,
  valid_to       timestamptz not null default 'infinity',
  primary key (region, id)
);
create unique index coverage_live_zone on coverage (region, site, zone) where valid_to = 'infinity';

-- One connected unseen part of a zone, wider than a sliver.
create table gap (
  region     text not null references region (region),
  id         bigint generated always as identity,
  site       text not null,
  zone       text not null,
  geom       geometry not null,
  area_m2    double precision not null,
  width_m    double precision not null,   -- diameter of the largest circle inside
  certainty  text not null check (certainty in ('certain', 'unproven')),
  cause      text,
  valid_from timestamptz not null,
  valid_to   timestamptz not null default 'infinity',
  primary key (region, id)
);
create index gap_live_zone on gap (region, site, zone) where valid_to = 'infinity';
create index gap_live_geom on gap using gist (geom) where valid_to = 'infinity';
