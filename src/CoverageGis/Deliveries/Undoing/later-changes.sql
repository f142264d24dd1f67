-- Which records of region $1 that the delivery of $2 touched have been changed since, and by which delivery? The same as
-- then again, as after an undo of what came between, is not changed. A site that it
-- brought stays for zones that came later; a camera with or without a place, for its record of the other sort.
-- Indexes: camera_from, camera_to, camera_live_code and the like of the other kinds; primary key of takeover; delivery_merged.
with begun as (
  select v.kind, v.key, v.content,
         coalesce((select t.source from takeover t
                   where t.region = $1::text and t.kind = v.kind and t.record = v.id and t.at > $2::timestamptz
                   order by t.at limit 1), v.source) as source
  from record_version v
  where v.region = $1::text and v.valid_from = $2::timestamptz and v.valid_to > $2::timestamptz
),
ended as (
  select v.kind, v.key from record_version v
  where v.region = $1::text and v.valid_to = $2::timestamptz and v.valid_from < $2::timestamptz
),
live as (
  select v.kind, v.key, v.content, v.source
  from record_version v
  join (select kind, key from begun union select kind, key from ended) touched on touched.kind = v.kind and touched.key = v.key
  where v.region = $1::text and v.valid_to = 'infinity'
),
later as (
  select kind, key
  from begun b full join ended e using (kind, key) left join live l using (kind, key)
  where (b.content, b.source) is distinct from (l.content, l.source)
  union
  select b.kind, b.key
  from begun b
  join zone z on z.region = $1::text and z.site = b.key and z.valid_to = 'infinity'
  where b.kind = 'site' and not exists (select from ended e where e.kind = 'site' and e.key = b.key)
    and not exists (select from begun o where o.kind = 'zone' and o.key = z.site || chr(10) || z.code)
  union
  select e.kind, e.key from ended e
  join unplaced_camera u on u.region = $1::text and u.code = e.key and u.valid_to = 'infinity'
  where e.kind = 'camera' and not exists (select from begun o where o.kind = 'unplaced' and o.key = e.key)
  union
  select e.kind, e.key from ended e
  join camera c on c.region = $1::text and c.code = e.key and c.valid_to = 'infinity'
  where e.kind = 'unplaced' and not exists (select from begun o where o.kind = 'camera' and o.key = e.key)
)
select l.kind, l.key, last.at, d.id, d.format, d.operator
from later l
left join lateral (
  select max(greatest(v.valid_from, case when v.valid_to = 'infinity' then v.valid_from else v.valid_to end)) as at
  from record_version v where v.region = $1::text and v.kind = l.kind and v.key = l.key
) last on true
left join delivery d on d.region = $1::text and d.merged_at = last.at and last.at > $2::timestamptz
order by l.kind, l.key;
