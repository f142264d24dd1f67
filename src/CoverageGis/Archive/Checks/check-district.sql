-- Which device codes of region $1 begin with the code of another district than the region's, or stand outside the area of
-- the district that they name? Districts are known by the region's code and by the codes of its units, where those begin
-- with six digits; a code that ends in 00 is that of all districts below it.
-- Indexes: primary keys of stale_record and archive_record, unit_live_code.
with district as materialized (
  select left(r.region, 6) as code, r.name, r.boundary as area from region r where r.region = $1::text and r.region ~ '^\d{6}'
  union all
  select left(u.code, 6), u.name, u.geom from unit u where u.region = $1::text and u.valid_to = 'infinity' and u.code ~ '^\d{6}'
),
record as materialized (
  select r.code, r.position, left(r.code, 6) as prefix from stale_record s join archive_record r on r.region = $1::text and r.code = s.code
  where s.region = $1::text and r.status <> 'removed' and r.code ~ '^(\d{18}|\d{20})$'
),
named as (
  select r.*, d.code as district, d.name, d.area
  from record r left join district d on r.prefix like regexp_replace(d.code, '(00)+$', '') || '%'
)
insert into archive_finding_draft (region, camera, rule, detail)
select distinct $1::text, n.code, 'other_district', jsonb_build_object('prefix', n.prefix, 'districts',
         (select string_agg(distinct d.code, ', ') from district d))
from named n where n.district is null and exists (select from district)
union all
select $1::text, n.code, 'outside_district',
       jsonb_build_object('prefix', n.prefix, 'district', min(n.name), 'metres', ceil(min(ST_Distance(n.area, n.position))))
from named n
where n.area is not null and n.position is not null and n.district <> coalesce((select left(r.region, 6) from region r where r.region = $1::text and r.region ~ '^\d{6}'), '')
group by n.code, n.prefix
having not bool_or(ST_Covers(n.area, n.position)) and min(ST_Distance(n.area, n.position)) > ($2::jsonb #>> '{outside_district,metres}')::double precision;
