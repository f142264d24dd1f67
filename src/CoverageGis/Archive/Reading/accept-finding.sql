-- Someone ($6, because of $5) accepts the finding of rule $3 on camera $2 of region $1 as it is, having seen record $4: of 1 row
-- the finding is accepted, of none it is gone, is another record's, or is accepted already.
-- Indexes: archive_finding_live, archive_acceptance_of, primary key of archive_state.
with accepted as (
  insert into archive_acceptance (region, camera, rule, record, reason, operator)
  select f.region, f.camera, f.rule, f.record, $5::text, $6::text
  from archive_finding f
  where f.region = $1::text and f.camera = $2::text and f.rule = $3::text and f.record = $4::bigint and f.valid_to = 'infinity'
    and not exists (select from archive_acceptance a where a.region = f.region and a.camera = f.camera and a.rule = f.rule
                                                       and a.record = f.record and a.withdrawn_at = 'infinity')
  returning region
),
stated as (update archive_state s set version = s.version + 1 from accepted a where s.region = a.region returning s.region)
select pg_notify('coverage_found', region) from stated;
