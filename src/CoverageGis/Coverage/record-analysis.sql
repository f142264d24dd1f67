-- Record that an analysis of region $1 from basis $2 ended at $6: kind $3, how many zones $4 and cameras $5 it looked at, by
-- the policies as they now are; whoever shows the region is told when this transaction commits.
-- Indexes: primary keys of analysis and policy_version.
with recorded as (
  insert into analysis (region, basis, kind, zones, cameras, policy_version, finished_at)
  select $1::text, $2::text, $3::text, $4::integer, $5::integer,
         (select max(p.version) from policy_version p where p.region = $1::text), $6::timestamptz
)
select pg_notify('coverage_found', $1::text);
