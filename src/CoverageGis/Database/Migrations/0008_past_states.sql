-- What stood at a past moment: one rule of validity, the standing of sites and the requirements of zones at any moment,
-- and the indexes that find what is no longer live. Rows that are live are in none of these indexes, so that a delivery
-- and an analysis write as fast as before.

-- Whether a row held at a moment; null is now. The planner puts the body in place of the call and, as the moment is
-- known when a statement is planned, keeps one of both branches: the first is the predicate of the live indexes, the
-- second is read from the live and the past indexes together.
create function holds(valid_from timestamptz, valid_to timestamptz, at timestamptz) returns boolean
language sql immutable parallel safe as $$
  select case when at is null then valid_to = 'infinity'
              else valid_from <= at and (valid_to = 'infinity' or valid_to < 'infinity' and valid_to > at) end
$$;

create index camera_past_position on camera using gist (position) where valid_to < 'infinity';
create index camera_past_code on camera (region, code) where valid_to < 'infinity';
create index site_past_geom on site using gist (geom) where valid_to < 'infinity';
create index site_past_code on site (region, code) where valid_to < 'infinity';
create index zone_past_code on zone (region, site, code) where valid_to < 'infinity';
create index occluder_past_geom on occluder using gist (geom) where valid_to < 'infinity';
create index excluded_area_past_geom on excluded_area using gist (geom) where valid_to < 'infinity';
create index backdrop_past_geom on backdrop using gist (geom) where valid_to < 'infinity';
create index policy_past_category on policy (region, category) where valid_to < 'infinity';

-- What came and went at a moment, and between two.
create index analysis_moment on analysis (region, finished_at);
create index coverage_begun on coverage (region, valid_from);
create index gap_begun on gap (region, valid_from);
create index gap_ended on gap (region, valid_to) where valid_to < 'infinity';

-- Each site of a region with its finding at a moment (null = now); areas in m2, shares 0..1. state:
--   compliant         every zone with a requirement meets it
--   unproven          some zone does not, but would if every view that is only possible were certain
--   not_compliant     some zone does not, whatever the unproven views turn out to be
--   nothing_to_watch  built over or exempt: there is no ground to judge
--   not_required      out of scope, or no policy asks anything of its category
--   not_analysed      a requirement exists and no analysis had judged it yet
create function site_finding_at(of_region text, at timestamptz)
returns table (
  region text, id bigint, code text, name text, category text, in_scope boolean, geom geometry, attributes jsonb, source text,
  valid_from timestamptz, area_m2 double precision, seen_m2 double precision, unproven_m2 double precision,
  unseen_m2 double precision, gaps bigint, ratio double precision, ratio_possible double precision, state text,
  ratio_nominal double precision, ratio_night double precision)
language sql stable parallel safe as $$
  select s.region, s.id, s.code, s.name, s.category, s.in_scope, s.geom, s.attributes, s.source, s.valid_from,
         f.area_m2, f.seen_m2, f.unproven_m2, f.unseen_m2, f.gaps,
         f.seen_m2 / nullif(f.area_m2, 0), 1 - f.unseen_m2 / nullif(f.area_m2, 0),
         case
           when s.in_scope is false then 'not_required'
           when f.compliant then 'compliant'
           when f.provable then 'unproven'
           when f.compliant is false then 'not_compliant'
           when f.zones > 0 then 'nothing_to_watch'
           when exists (select from policy p where p.region = s.region and p.category = s.category and holds(p.valid_from, p.valid_to, at))
             or exists (select from zone z where z.region = s.region and z.site = s.code and holds(z.valid_from, z.valid_to, at)) then 'not_analysed'
           else 'not_required'
         end,
         f.nominal_m2 / nullif(f.area_m2, 0), f.night_m2 / nullif(f.night_area_m2, 0)
  from site s
  cross join lateral (
    select count(*) as zones, sum(c.area_m2) as area_m2, sum(c.seen_m2) as seen_m2, sum(c.unproven_m2) as unproven_m2,
           sum(c.unseen_m2) as unseen_m2, coalesce(sum(c.gaps), 0) as gaps, bool_and(c.compliant) as compliant,
           bool_and(c.compliant or c.ratio_possible >= c.required_ratio
                    and (c.hours = 'day' or coalesce(c.ratio_night_possible, c.ratio_possible) >= c.required_ratio)) as provable,
           sum(c.ratio_nominal * c.area_m2) as nominal_m2, sum(c.ratio_night * c.area_m2) as night_m2,
           sum(c.area_m2) filter (where c.ratio_night is not null) as night_area_m2
    from coverage c
    where c.region = s.region and c.site = s.code and holds(c.valid_from, c.valid_to, at)) f
  where s.region = of_region and holds(s.valid_from, s.valid_to, at)
$$;

create or replace view site_finding as
select f.* from region r cross join lateral site_finding_at(r.region, null) f;

-- Each zone of a region at a moment (null = now) with its requirement as it applied then: see required_zone.
create function required_zone_at(of_region text, at timestamptz)
returns table (
  region text, site_id bigint, site text, zone text, name text, category text, purpose text, required_ratio double precision,
  min_cameras integer, certainty text, min_retention_days integer, indoor boolean, counts_capture boolean, is_default boolean,
  ring_width double precision, in_scope boolean, geom geometry, hours text, lit boolean, zone_id bigint)
language sql stable parallel safe as $$
  select s.region, s.id, s.code, coalesce(z.code, s.code), coalesce(z.name, s.name), s.category, coalesce(z.purpose, p.purpose),
         coalesce(z.required_ratio, p.required_ratio, 1), coalesce(z.min_cameras, p.min_cameras, 1),
         coalesce(z.certainty, p.certainty, 'certain'), coalesce(z.min_retention_days, p.min_retention_days),
         coalesce(z.indoor, false), coalesce(z.counts_capture, p.counts_capture, false), z.id is null, coalesce(p.ring_width, 15),
         s.in_scope is distinct from false, coalesce(z.geom, s.geom), coalesce(z.hours, p.hours, 'day'),
         coalesce(z.lit, p.lit, false), z.id
  from site s
  left join zone z on z.region = s.region and z.site = s.code and holds(z.valid_from, z.valid_to, at)
  left join policy p on p.region = s.region and p.category = s.category and holds(p.valid_from, p.valid_to, at)
  where s.region = of_region and holds(s.valid_from, s.valid_to, at)
$$;

-- Ground that was unseen at one moment and not at the other, by zone: from the gaps that were there at one of them only,
-- since a gap that was there at both is no change and lies apart from all others of its zone.
-- change: gained = unseen at the first moment, certainly seen at the second; lost = the other way round.
create function changed_ground(of_region text, at_first timestamptz, at_second timestamptz)
returns table (site text, zone text, change text, geom geometry)
language sql stable parallel safe as $$
  with turned as (
    select g.site, g.zone,
           ST_Union(g.geom) filter (where holds(g.valid_from, g.valid_to, at_first)) as before,
           ST_Union(g.geom) filter (where holds(g.valid_from, g.valid_to, at_second)) as after
    from gap g
    where g.region = of_region and g.valid_to > at_first and g.valid_from <= coalesce(at_second, 'infinity')
      and holds(g.valid_from, g.valid_to, at_first) <> holds(g.valid_from, g.valid_to, at_second)
    group by g.site, g.zone
  )
  select t.site, t.zone, d.change, d.geom
  from turned t
  cross join lateral (
    select 'gained' as change, case when t.after is null then t.before else ground_without(t.before, array[t.after]) end as geom
    union all
    select 'lost', case when t.before is null then t.after else ground_without(t.after, array[t.before]) end) d
  where d.geom is not null and not ST_IsEmpty(d.geom)
$$;
