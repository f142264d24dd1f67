-- The finding of rule $3 on camera $2 of region $1 counts again: of no row it was not accepted.
-- Indexes: archive_acceptance_of, primary key of archive_state.
with withdrawn as (
  update archive_acceptance a set withdrawn_at = clock_timestamp()
  where a.region = $1::text and a.camera = $2::text and a.rule = $3::text and a.withdrawn_at = 'infinity'
  returning a.region
),
stated as (update archive_state s set version = s.version + 1 where s.region = (select min(region) from withdrawn) returning s.region)
select pg_notify('coverage_found', region) from stated;
