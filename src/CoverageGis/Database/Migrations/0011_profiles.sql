-- Cameras of which a record tells everything but the place: a third of an archive may be such. They stand on no map and
-- count for nothing; once a camera with the code has a place the record ends.
create table unplaced_camera (
  region     text not null references region (region),
  id         bigint generated always as identity,
  code       text not null,
  name       text not null,
  class      smallint,
  attributes jsonb not null default '{}',       -- archive fields by name, as delivered
  source     text not null,
  content    uuid not null,                     -- hash of all that was delivered
  valid_from timestamptz not null,
  valid_to   timestamptz not null default 'infinity',
  primary key (region, id)
);
create unique index unplaced_camera_live_code on unplaced_camera (region, code) where valid_to = 'infinity';
create index unplaced_camera_live_source on unplaced_camera (region, source) where valid_to = 'infinity';

-- What a source means by its columns and codes, as a user told it once: the object of import --map.
create table archive_profile (
  region   text not null references region (region),
  source   text not null,
  mapping  jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null default now(),
  primary key (region, source)
);
