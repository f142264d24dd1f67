-- What cameras saw and what was watched at a past moment: what is replaced is kept with its period. Of the time before
-- this migration nothing was kept; what is there counts from now on.

alter table view add column since timestamptz not null default now();
alter table watched_area add column since timestamptz not null default now();

-- Views that an analysis has replaced; columns as of view.
create table past_view (
  region        text not null,
  camera_region text not null,
  camera        bigint not null,
  code          text not null,
  purpose       text not null,
  certainty     text not null,
  light         text not null,
  building      bigint,
  working       boolean not null,
  capture       boolean not null,
  geom          geometry not null,
  since         timestamptz not null,
  until         timestamptz not null
);
create index past_view_camera on past_view (region, camera, purpose);
create index past_view_geom on past_view using gist (geom);

-- Watched ground that an analysis has replaced; m2.
create table past_watched_area (
  region  text not null,
  site    text not null,
  zone    text not null,
  geom    geometry not null,
  area_m2 double precision not null,
  since   timestamptz not null,
  until   timestamptz not null
);
create index past_watched_area_geom on past_watched_area using gist (geom);

-- The planner puts these in place of the call: of now only the live table is read, of a past moment both.
create function view_at(of_region text, at timestamptz)
returns table (
  region text, camera_region text, camera bigint, code text, purpose text, certainty text, light text, building bigint,
  working boolean, capture boolean, geom geometry)
language sql stable parallel safe as $$
  select v.region, v.camera_region, v.camera, v.code, v.purpose, v.certainty, v.light, v.building, v.working, v.capture, v.geom
  from view v
  where v.region = of_region and (at is null or v.since <= at)
  union all
  select v.region, v.camera_region, v.camera, v.code, v.purpose, v.certainty, v.light, v.building, v.working, v.capture, v.geom
  from past_view v
  where v.region = of_region and at is not null and v.since <= at and v.until > at
$$;

create function watched_area_at(of_region text, at timestamptz)
returns table (region text, site text, zone text, geom geometry, area_m2 double precision)
language sql stable parallel safe as $$
  select w.region, w.site, w.zone, w.geom, w.area_m2
  from watched_area w
  where w.region = of_region and (at is null or w.since <= at)
  union all
  select w.region, w.site, w.zone, w.geom, w.area_m2
  from past_watched_area w
  where w.region = of_region and at is not null and w.since <= at and w.until > at
$$;
