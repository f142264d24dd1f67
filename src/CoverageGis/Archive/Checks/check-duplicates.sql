-- Which records of region $1 say the same as another: the same code in another region, the same place and direction, the
-- same name? $2: parameters by rule.
-- Indexes: primary keys of stale_record and archive_record, archive_record_code, archive_record_position, archive_record_name.
with record as materialized (
  select r.* from stale_record s join archive_record r on r.region = $1::text and r.code = s.code
  where s.region = $1::text and r.status <> 'removed'
),
beside as (
  select r.code, o.code as other, r.azimuth is null as unknown
  from record r
  join archive_record o on o.region = $1::text and o.code <> r.code and o.status <> 'removed'
   and o.position && ST_Expand(r.position, ($2::jsonb #>> '{same_place,metres}')::double precision)
   and ST_DWithin(o.position, r.position, ($2::jsonb #>> '{same_place,metres}')::double precision)
  where (r.azimuth is null and o.azimuth is null)
     or same_directions(r.azimuth, o.azimuth, ($2::jsonb #>> '{same_place,degrees}')::double precision)
)
insert into archive_finding_draft (region, camera, rule, detail)
select $1::text, r.code, 'same_code', jsonb_build_object('regions', string_agg(o.region, ', ' order by o.region))
from record r join archive_record o on o.code = r.code and o.region <> $1::text
group by r.code
union all
select $1::text, b.code, case when b.unknown then 'same_place_unaimed' else 'same_place' end,
       jsonb_build_object('others', (array_agg(b.other order by b.other))[1:10], 'n', count(*))
from beside b group by b.code, b.unknown
union all
select $1::text, r.code, 'same_name', jsonb_build_object('name', r.name, 'others', (array_agg(o.code order by o.code))[1:10], 'n', count(*))
from record r join archive_record o on o.region = $1::text and o.name = r.name and o.code <> r.code and o.status <> 'removed'
where r.name <> ''
group by r.code, r.name;
