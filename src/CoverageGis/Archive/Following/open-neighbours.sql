-- With which other records of region $1 are those that were touched compared, as the archive knows them at this moment:
-- within $2 m, or of the same name? Asked before and after the touched records are brought up to date.
-- Indexes: archive_record_position, archive_record_name.
insert into stale_record (region, code, touched)
select distinct $1::text, other.code, false
from stale_record s
join archive_record r on r.region = $1::text and r.code = s.code
join lateral (
  select o.code from archive_record o
  where o.region = $1::text and o.position && ST_Expand(r.position, $2::double precision)
  union all
  select o.code from archive_record o where o.region = $1::text and o.name = r.name and r.name <> ''
) other on true
where s.region = $1::text and s.touched
on conflict do nothing;
