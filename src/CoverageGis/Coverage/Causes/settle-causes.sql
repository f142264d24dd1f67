-- What do the gaps $2 (ids) of region $1 turn out to be caused by? $3 first cause, $4 all causes (JSON), $5 kind of work,
-- $6 width, m.
-- A gap without a cause gets it in place; one that was told another ends, and goes on under the same number; how many changed?
-- Index: primary key of gap.
with found as (
  select * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::double precision[]) as f (id, cause, causes, action, width_m)
), changed as (
  select g.region, g.id, g.site, g.zone, g.geom, g.area_m2, f.width_m, g.certainty, g.number, g.origin,
         g.cause is null as is_first, f.cause, f.causes::jsonb as causes, f.action
  from found f
  join gap g on g.region = $1::text and g.id = f.id and g.valid_to = 'infinity'
  where (g.cause, g.causes, g.action) is distinct from (f.cause, f.causes::jsonb, f.action)
), settled as (
  update gap g set cause = c.cause, causes = c.causes, action = c.action, width_m = c.width_m
  from changed c where g.region = c.region and g.id = c.id and c.is_first
), ended as (
  update gap g set valid_to = transaction_timestamp()
  from changed c where g.region = c.region and g.id = c.id and not c.is_first
), begun as (
  insert into gap (region, site, zone, geom, area_m2, width_m, certainty, number, origin, cause, causes, action, valid_from)
  select c.region, c.site, c.zone, c.geom, c.area_m2, c.width_m, c.certainty, c.number, c.origin, c.cause, c.causes, c.action,
         transaction_timestamp()
  from changed c where not c.is_first
)
select count(*)::integer from changed;
