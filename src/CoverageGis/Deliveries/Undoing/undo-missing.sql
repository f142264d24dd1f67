-- Marks of missing cameras of region $1 as they were before the delivery of $2: those that it made end at $3, those that
-- it cleared begin again. A mark that another delivery made since stays. How many?
-- Indexes: missing_camera_live, primary key of missing_camera.
with ended as (
  update missing_camera m set valid_to = $3::timestamptz
  from missing_camera d
  where d.region = $1::text and d.valid_from = $2::timestamptz and d.valid_to > $2::timestamptz
    and m.region = $1::text and m.code = d.code and m.since = d.since and m.valid_to = 'infinity'
  returning m.code
),
begun as (
  insert into missing_camera (region, code, source, since, valid_from)
  select $1::text, o.code, o.source, o.since, $3::timestamptz
  from missing_camera o
  where o.region = $1::text and o.valid_to = $2::timestamptz and o.valid_from < $2::timestamptz
    and (select count(*) from ended) >= 0
  on conflict (region, code) where valid_to = 'infinity' do nothing
  returning 1
)
select (select count(*) from ended)::integer + (select count(*) from begun)::integer;
