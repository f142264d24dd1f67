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

-- The records of cameras with what is used where they are silent.
create view camera_as_used as
select c.*,
       coalesce(c.hfov_min, d.hfov_min) as used_hfov_min, coalesce(c.hfov_max, d.hfov_max) as used_hfov_max,
       coalesce(c.vfov_min, d.vfov_min) as used_vfov_min, coalesce(c.vfov_max, d.vfov_max) as used_vfov_max,
       coalesce(c.tilt_min, d.tilt_min) as used_tilt_min, coalesce(c.tilt_max, d.tilt_max) as used_tilt_max,
       coalesce(c.height_min, d.height_min) as used_height_min, coalesce(c.height_max, d.height_max) as used_height_max,
       coalesce(c.pixels_min, d.pixels_min) as used_pixels_min, coalesce(c.pixels_max, d.pixels_max) as used_pixels_max
from camera c
join camera_default d on d.type = c.type;

-- How the analysis took a camera: the inputs it used, and why it sees nothing where it sees nothing.
create table camera_sight (
  region      text not null references region (region),
  camera      bigint not null,        -- camera.id
  estimated   boolean not null,       -- some value is missing or an interval: its views prove nothing
  blind       text,                   -- null = it sees; inside_building, unknown_azimuth, no_building, out_of_order
  primary key (region, camera)
);

-- Ground that a camera sees for a purpose.
create table view (
  region    text not null references region (region),
  camera    bigint not null,          -- camera.id
  purpose   text not null,
  certainty text not null check (certainty in ('certain', 'nominal', 'possible')),
  building  bigint,                   -- occluder.id that an indoor camera looks round in; null = outdoors
  working   boolean not null,         -- in use: a camera in repair has a view that does not count
  capture   boolean not null,         -- checkpoint or face capture: counts only in zones with counts_capture
  geom      geometry not null,
  primary key (region, camera, purpose, certainty)
);
create index view_geom on view using gist (geom);

-- Each live zone with its requirement as it applies: explicit zones, and one default zone for a site without any.
-- What a zone leaves open falls back to the policy of its site's category; without a purpose nothing is required.
create view required_zone as
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
       coalesce(z.geom, s.geom) as geom
from site s
left join zone z on z.region = s.region and z.site = s.code and z.valid_to = 'infinity'
left join policy p on p.region = s.region and p.category = s.category and p.valid_to = 'infinity'
where s.valid_to = 'infinity';

-- What of each required zone can and must be seen.
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
  building           bigint,              -- occluder.id of the building that an indoor zone lies in
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

-- A finished analysis: of which state of the records, and what came out.
create table analysis (
  region      text not null references region (region),
  id          bigint generated always as identity,
  basis       text not null,          -- what it was computed from: when that is unchanged, so is the answer
  finished_at timestamptz not null default now(),
  summary     jsonb not null,         -- the object that `analyze --json` prints
  primary key (region, id)
);

-- Results on their way: filled by several connections, published by one commit, then emptied.
create unlogged table watched_area_draft (like watched_area including identity, primary key (region, id));
create unlogged table coverage_draft (
  region text not null, site text not null, zone text not null,
  purpose text not null, required_ratio double precision not null,
  area_m2 double precision not null, seen_m2 double precision not null,
  unproven_m2 double precision not null, unseen_m2 double precision not null,
  ratio double precision, ratio_nominal double precision, ratio_possible double precision,
  cameras integer not null, gaps integer not null, compliant boolean,
  primary key (region, site, zone)
);
create unlogged table unseen_draft (
  region text not null, watched_area bigint not null,
  cameras integer not null,           -- that see some of it, certainly or not
  certainly geometry not null,        -- watched and not certainly seen
  even_possibly geometry not null,    -- watched and not even possibly seen
  primary key (region, watched_area)
);
create unlogged table gap_draft (
  region text not null, site text not null, zone text not null,
  geom geometry not null, area_m2 double precision not null, width_m double precision not null,
  certainty text not null
);
create index gap_draft_zone on gap_draft (region, site, zone);

-- Ground seen by at least k of the given views, each of another camera; null views are passed over, null = no view at all.
-- level[i] is the ground that at least i of the views so far see.
create function seen_by_at_least(views geometry[], k integer) returns geometry
language plpgsql immutable strict parallel safe as $$
declare
  level geometry[] := array_fill(null::geometry, array[k]);
  v geometry;
begin
  foreach v in array views loop
    continue when v is null;
    for i in reverse k .. 2 loop
      continue when level[i - 1] is null;
      level[i] := case when level[i] is null then ST_Intersection(level[i - 1], v)
                       else ST_Union(level[i], ST_Intersection(level[i - 1], v)) end;
    end loop;
    level[1] := case when level[1] is null then v else ST_Union(level[1], v) end;
  end loop;
  return level[k];
end $$;

-- Diameter of the largest circle inside a polygon, m, to 1 % and never too large: it is still inside when the polygon
-- is eroded by its radius. Bisection by erosion is fifteen times as fast as ST_MaximumInscribedCircle.
create function inscribed_width(ground geometry) returns double precision
language plpgsql immutable parallel safe as $$
declare
  inside double precision := 0;
  outside double precision := sqrt(ST_Area(ground) / pi());
  middle double precision;
begin
  while outside - inside > greatest(0.005, 0.01 * inside) loop
    middle := (inside + outside) / 2;
    if ST_IsEmpty(ST_Buffer(ground, -middle, 'quad_segs=2')) then outside := middle; else inside := middle; end if;
  end loop;
  return 2 * inside;
end $$;
