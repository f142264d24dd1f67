-- Which cameras of source $2 does a full delivery to region $1 at $3 lack? They are marked; what it has is marked no
-- longer, whoever delivered it before; and how many of the source it lacks. $4: the delivery is full and of the kind that marks; else it only clears.
-- Indexes: missing_camera_live, camera_live_source.
with cleared as (
  update missing_camera m set valid_to = $3::timestamptz
  where m.region = $1::text and m.valid_to = 'infinity'
    and (exists (select from stage_camera s where s.code = m.code)
         or exists (select from stage_fault f where f.kind = 'camera' and f.key = m.code))
  returning 1
),
marked as (
  insert into missing_camera (region, code, source, since, valid_from)
  select $1::text, c.code, c.source, $3::timestamptz, $3::timestamptz
  from camera c
  where $4::boolean and c.region = $1::text and c.source = $2::text and c.valid_to = 'infinity'
    and not exists (select from stage_camera s where s.code = c.code)
    and not exists (select from stage_fault f where f.kind = 'camera' and f.key = c.code)
  on conflict (region, code) where valid_to = 'infinity' do nothing
  returning 1
)
select (select count(*) from marked)::integer as marked, (select count(*) from cleared)::integer as cleared,
       (select count(*) from camera c
        where c.region = $1::text and c.source = $2::text and c.valid_to = 'infinity'
          and not exists (select from stage_camera s where s.code = c.code)
          and not exists (select from stage_fault f where f.kind = 'camera' and f.key = c.code))::integer as missing;
