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

-- The record of a camera as its view is computed from it, completed by the defaults of its type. Angles in degrees,
-- lengths in m, x east and y north in the plane of its region; a *_known column tells whether the record has the value;
-- capture: checkpoint or face capture, which counts only in zones that count those.
create view camera_lens as
select c.region, c.id, c.code, c.name, c.status, c.type, c.position, ST_X(c.position) as x, ST_Y(c.position) as y,
       c.position_tolerance, c.north, c.azimuth, c.azimuth_tolerance,
       c.used_hfov_min as hfov_min, c.used_hfov_max as hfov_max, c.used_vfov_min as vfov_min, c.used_vfov_max as vfov_max,
       c.used_tilt_min as tilt_min, c.used_tilt_max as tilt_max, c.used_height_min as height_min, c.used_height_max as height_max,
       c.used_pixels_min as pixels_min, c.used_pixels_max as pixels_max,
       c.range_min, c.range_max, c.night_range_min, c.night_range_max,
       coalesce(c.attributes ->> 'fill_light', c.attributes ->> '补光属性') as fill_light,
       c.hfov_min is not null as hfov_known, c.vfov_min is not null as vfov_known, c.tilt_min is not null as tilt_known,
       c.height_min is not null as height_known, c.pixels_min is not null as pixels_known,
       c.mount = 'wall' as on_wall, c.indoor, c.status = 'in_use' as working,
       c.type = 'checkpoint' or c.function && array['1', '2', '3', '4'] as capture, c.valid_from, c.valid_to
from camera_as_used c;

-- Overlays round: ground that touches itself in a point may cross itself in the last digit. What is kept is set right,
-- because questions about it (ST_Intersects) refuse what crosses itself.
create function valid_ground(ground geometry) returns geometry
language sql immutable parallel safe as $$
  select case when ST_IsValid(ground) then ground else ST_CollectionExtract(ST_MakeValid(ground), 3) end
$$;
