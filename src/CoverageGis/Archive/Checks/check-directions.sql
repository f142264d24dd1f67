-- Which records of region $1 point elsewhere than their name or their direction code says? $2: parameters by rule; of the
-- patterns the first that a name meets counts, its group is a word of `directions` (degrees).
-- Indexes: primary keys of stale_record and archive_record.
with record as materialized (
  select r.code, r.name, r.type, r.fields ->> 'direction' as told, c.azimuth_tolerance as tolerance, c.azimuth[1] as azimuth
  from stale_record s
  join archive_record r on r.region = $1::text and r.code = s.code
  join camera c on c.region = $1::text and c.code = r.code and c.valid_to = 'infinity'
  where s.region = $1::text and r.status <> 'removed' and r.type <> 'fisheye' and cardinality(c.azimuth) = 1
),
named as (
  select r.*, word.found, ($2::jsonb #>> array['name_direction', 'directions', word.found])::double precision as degrees
  from record r
  cross join lateral (
    select regexp_replace((regexp_match(r.name, p.pattern, 'i'))[1], '[ -]', '', 'g') as found
    from jsonb_array_elements_text($2::jsonb #> '{name_direction,patterns}') with ordinality p (pattern, place)
    where r.name ~* p.pattern order by p.place limit 1
  ) given
  cross join lateral (select lower(given.found) as found) word
),
coded as (
  select r.*, ($2::jsonb #>> array['code_direction', 'directions', r.told])::double precision as degrees from record r
)
insert into archive_finding_draft (region, camera, rule, detail)
select $1::text, n.code, 'name_direction', jsonb_build_object('name', n.name, 'toward', n.degrees, 'azimuth', n.azimuth)
from named n
cross join lateral (select turn_between(n.azimuth, n.degrees) - n.tolerance as off) turned
where turned.off > ($2::jsonb #>> '{name_direction,degrees}')::double precision
  and not (($2::jsonb #> '{name_direction,either_way}') ? n.type
           and turn_between(n.azimuth, n.degrees + 180) - n.tolerance <= ($2::jsonb #>> '{name_direction,degrees}')::double precision)
union all
select $1::text, c.code, 'code_direction', jsonb_build_object('told', c.told, 'toward', c.degrees, 'azimuth', c.azimuth)
from coded c
where turn_between(c.azimuth, c.degrees) - c.tolerance > ($2::jsonb #>> '{code_direction,degrees}')::double precision;
