-- The cameras without a place of region $1 as they were before the delivery of $2: what it began ends at $3, and what it
-- ended begins again then. $4: what stays as it is, since it was changed later (kind, new line, key). Runs after the
-- cameras: one that has a place is known by it. Who checks the archive is told by rows of change.
-- Indexes: unplaced_camera_from, unplaced_camera_to, unplaced_camera_live_code, camera_live_code.
with ended as (
  update unplaced_camera t set valid_to = $3::timestamptz
  where t.region = $1::text and t.valid_to = 'infinity'
    and (exists (select from unplaced_camera d
                 where d.region = $1::text and d.valid_from = $2::timestamptz and d.valid_to > $2::timestamptz and d.code = t.code
                   and 'unplaced' || chr(10) || d.code <> all($4::text[]))
         or exists (select from camera c where c.region = $1::text and c.code = t.code and c.valid_to = 'infinity'))
  returning t.code
),
begun as (
  insert into unplaced_camera (region, code, name, class, attributes, source, content, valid_from)
  select $1::text, o.code, o.name, o.class, o.attributes, o.source, o.content, $3::timestamptz
  from unplaced_camera o
  where o.region = $1::text and o.valid_to = $2::timestamptz and o.valid_from < $2::timestamptz
    and 'unplaced' || chr(10) || o.code <> all($4::text[])
    and not exists (select from camera c where c.region = $1::text and c.code = o.code and c.valid_to = 'infinity')
    and (select count(*) from ended) >= 0
  returning code
),
told as (
  insert into change (region, kind, code) select $1::text, 'camera', code from (select code from ended union select code from begun) t
)
select 'unplaced' as kind, count(*) filter (where b.code is not null)::integer as begun,
       count(*) filter (where b.code is not null and e.code is not null)::integer as changed,
       count(*) filter (where b.code is null)::integer as removed
from ended e full join begun b using (code);
