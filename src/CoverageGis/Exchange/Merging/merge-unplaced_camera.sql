-- Which cameras without a place does a delivery begin, change and end? Region $1, source $2, at $3;
-- $4: all that the source has: what it delivered before and lacks now ends. What has a place is known by it and not begun.
-- Who checks the archive is told by rows of change.
-- Indexes: unplaced_camera_live_code, unplaced_camera_live_source, camera_live_code.
with compared as (
  select u.id, u.source, s.code, true as staged, coalesce(u.content = s.content, false) as same,
         exists (select from camera c where c.region = $1::text and c.valid_to = 'infinity' and c.code = s.code) as placed
  from stage_unplaced_camera s
  left join unplaced_camera u on u.region = $1::text and u.valid_to = 'infinity' and u.code = s.code
  union all
  select u.id, u.source, u.code, false, false, false
  from unplaced_camera u
  where $4::boolean and u.region = $1::text and u.valid_to = 'infinity' and u.source = $2::text
    and not exists (select from stage_unplaced_camera s where s.code = u.code)
    and not exists (select from stage_fault f where f.kind = 'camera' and f.key = u.code)
),
ended as (
  update unplaced_camera u set valid_to = $3::timestamptz
  from compared c
  where u.region = $1::text and u.id = c.id and (not c.same or c.placed)
  returning c.staged and not c.placed as changed, u.code
),
taken_over as (
  update unplaced_camera u set source = $2::text
  from compared c
  where u.region = $1::text and u.id = c.id and c.same and not c.placed and u.source <> $2::text
  returning u.id, c.source
),
noted as (
  insert into takeover (region, kind, record, at, source) select $1::text, 'unplaced', id, $3::timestamptz, source from taken_over
),
begun as (
  insert into unplaced_camera (region, code, name, class, attributes, source, content, valid_from)
  select $1::text, s.code, s.name, s.class, s.attributes, $2::text, s.content, $3::timestamptz
  from stage_unplaced_camera s
  join compared c on c.code = s.code
  where not c.same and not c.placed and (select count(*) from ended) >= 0
  returning code
),
told as (
  insert into change (region, kind, code) select $1::text, 'camera', code from (select code from ended union select code from begun) t
)
select (select count(*) from begun)::integer as begun,
       (select count(*) from ended where changed)::integer as changed,
       (select count(*) from ended where not changed)::integer as removed,
       (select count(*) from stage_unplaced_camera)::integer as staged,
       (select count(*) from taken_over)::integer as taken_over;
