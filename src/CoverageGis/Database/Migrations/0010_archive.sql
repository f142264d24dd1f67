-- The archive of cameras, one file each, and what is wrong with it.

-- What has changed since the archive was last checked: absorb-changes and open-all write here what they take.
create table archive_change (
  region text not null,
  id     bigint generated always as identity,
  kind   text not null,            -- as in change
  code   text,
  before geometry,
  after  geometry,
  primary key (region, id)
);

-- With which rules a region was last checked, on which day; version grows whenever what is shown of the archive changes.
create table archive_state (
  region     text primary key,
  rules      text not null,
  checked_on date not null,
  version    bigint not null default 1
);

-- Records that are to be checked. touched: the record itself may be another; else only what it is compared with.
-- Only the holder of the region's analysis lock touches these.
create table stale_record (
  region text not null, code text not null, touched boolean not null,
  primary key (region, code)
);

-- Each record of the archive as it is checked: the camera's own columns and its archive fields under one name each.
create table archive_record (
  region         text not null,
  code           text not null,
  record         bigint not null,   -- camera.id; of a camera without a place -unplaced_camera.id
  name           text not null,
  class          smallint,
  type           text not null,
  status         text not null,
  unit           text not null,     -- who answers for it: what the record says, else in whose area it stands; '' = nobody known
  placed         boolean not null,
  position       geometry,
  azimuth        double precision[],
  retention_days integer,
  networked      boolean,           -- null: not recorded, or the source's code was never explained
  fields         jsonb not null,    -- what rules ask for, by name; what is not recorded is absent
  complete       boolean not null default true,   -- no rule of completeness has anything against it
  primary key (region, code)
);
create index archive_record_position on archive_record using gist (position);   -- who stands beside it
create index archive_record_name on archive_record (region, name);              -- who has the same name
create index archive_record_code on archive_record (code);                      -- who has the same code elsewhere
create index archive_record_unit on archive_record (region, unit, class);       -- standing figures
create index unit_live_geom on unit using gist (geom) where valid_to = 'infinity';

-- What a rule (data/archive-rules.json) has against a record. One that stays keeps its row, with what it says now.
create table archive_finding (
  region     text not null,
  id         bigint generated always as identity,
  camera     text not null,        -- code
  rule       text not null,
  severity   smallint not null,    -- 1 fault, 2 warning, 3 hint
  detail     jsonb not null,       -- the values that its sentence names
  record     bigint not null,      -- archive_record.record that it was found on
  valid_from timestamptz not null,
  valid_to   timestamptz not null default 'infinity',   -- cleared then
  primary key (region, id)
);
create unique index archive_finding_live on archive_finding (region, camera, rule) where valid_to = 'infinity';
create index archive_finding_worst on archive_finding (region, severity, rule, camera) where valid_to = 'infinity';
create index archive_finding_past on archive_finding (region, camera, valid_from);
create unlogged table archive_finding_draft (
  region text not null, camera text not null, rule text not null, detail jsonb not null,
  primary key (region, camera, rule)
);

-- A finding that someone accepts as it is, with a reason: it holds as long as the record is the one that was seen.
create table archive_acceptance (
  region      text not null,
  id          bigint generated always as identity,
  camera      text not null,
  rule        text not null,
  record      bigint not null,
  reason      text not null,
  operator    text not null,
  accepted_at timestamptz not null default clock_timestamp(),
  withdrawn_at timestamptz not null default 'infinity',
  primary key (region, id)
);
create index archive_acceptance_of on archive_acceptance (region, camera, rule, record);

-- How the archive stood at the end of each day, by unit and class ('' = none): the trend.
create table archive_day (
  region          text not null,
  day             date not null,
  unit            text not null,
  class           text not null,
  records         integer not null,
  complete        integer not null,
  in_use          integer not null,
  networked       integer not null,
  networked_known integer not null,   -- of how many it is known whether they are
  with_findings   integer not null,
  primary key (region, day, unit, class)
);

-- A date as archives write it: 2024-05-31, 2024/5/31, 20240531, 2024年5月31日, with or without a time; null when it is none.
create function archive_date(written text) returns date language plpgsql immutable parallel safe as $$
declare
  part text[] := regexp_match(written, '^\s*((?:19|20)\d\d)[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$');
begin
  return case when part is null then null else make_date(part[1]::integer, part[2]::integer, part[3]::integer) end;
exception when datetime_field_overflow then
  return null;
end $$;

-- A number of days: 30, 30天, 30.0; null when it is none.
create function archive_days(written text) returns integer language sql immutable parallel safe as $$
  select (regexp_match(written, '^\s*(\d{1,6})(?:\.0+)?\s*(?:天|日|d|days?)?\s*$', 'i'))[1]::integer
$$;

-- Whether a device is networked, in words; a bare code that was never explained is null.
create function archive_flag(written text) returns boolean language sql immutable parallel safe as $$
  select case when lower(written) in ('true', 'yes', 'networked', '是', '已联网', '联网') then true
              when lower(written) in ('false', 'no', 'not_networked', 'not networked', '否', '未联网', '不联网') then false end
$$;

-- A field of a record under the first of its names that says anything.
create function archive_field(attributes jsonb, variadic names text[]) returns text language sql immutable parallel safe as $$
  select btrim(attributes ->> n) from unnest(names) n where btrim(attributes ->> n) <> '' limit 1
$$;

-- Degrees between two directions, 0..180.
create function turn_between(one double precision, other double precision) returns double precision
language sql immutable parallel safe as $$
  select 180 - abs(180 - abs(one - other - 360 * floor((one - other) / 360)))
$$;

-- Whether every head of one camera looks where some head of the other does, give or take, and the other way round.
create function same_directions(one double precision[], other double precision[], tolerance double precision) returns boolean
language sql immutable parallel safe as $$
  select not exists (select from unnest(one) a where not exists (select from unnest(other) b where turn_between(a, b) <= tolerance))
     and not exists (select from unnest(other) b where not exists (select from unnest(one) a where turn_between(a, b) <= tolerance))
$$;

-- Whether a value meets a condition of a rule: in, not_in (any of the codes joined by "/"), missing, below, from, like, after_today.
create function archive_holds(value text, condition jsonb) returns boolean language sql stable parallel safe as $$
  select coalesce(case
    when condition ? 'in' then condition -> 'in' ?| string_to_array(value, '/')
    when condition ? 'not_in' then value is null or not condition -> 'not_in' ?| string_to_array(value, '/')
    when condition ? 'missing' then (value is null) = (condition ->> 'missing')::boolean
    when condition ? 'below' then case when value ~ '^-?\d+(\.\d+)?$' then value::double precision < (condition ->> 'below')::double precision end
    when condition ? 'from' then case when value ~ '^-?\d+(\.\d+)?$' then value::double precision >= (condition ->> 'from')::double precision end
    when condition ? 'like' then value ~* (condition ->> 'like')
    when condition ? 'after_today' then archive_date(value) > current_date
  end, false)
$$;
