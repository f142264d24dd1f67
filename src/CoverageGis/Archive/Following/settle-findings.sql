-- What of the drafted findings of region $1 is new, what has another sentence, what is cleared by $2? Of the rules that are
-- on: $3 codes, $4 severities; $5 those of completeness. Empties the drafts and what was to be checked; $6 stamp of the rules.
-- Whoever shows the region is told when this transaction commits. How many findings came, went or changed?
-- Indexes: archive_finding_live, primary keys of archive_finding_draft, stale_record, archive_record, archive_state.
with rule as (select * from unnest($3::text[], $4::smallint[]) r (code, severity)),
drafted as (
  select d.camera, d.rule, d.detail, rule.severity, r.record
  from archive_finding_draft d join rule on rule.code = d.rule
  join archive_record r on r.region = $1::text and r.code = d.camera
  where d.region = $1::text
),
ended as (
  update archive_finding f set valid_to = $2::timestamptz
  from stale_record s
  where f.region = $1::text and s.region = f.region and f.camera = s.code and f.valid_to = 'infinity'
    and not exists (select from drafted d where d.camera = f.camera and d.rule = f.rule)
  returning 1
),
kept as (
  update archive_finding f set detail = d.detail, record = d.record, severity = d.severity
  from drafted d
  where f.region = $1::text and f.camera = d.camera and f.rule = d.rule and f.valid_to = 'infinity'
    and (f.detail <> d.detail or f.record <> d.record or f.severity <> d.severity)
  returning 1
),
begun as (
  insert into archive_finding (region, camera, rule, severity, detail, record, valid_from)
  select $1::text, d.camera, d.rule, d.severity, d.detail, d.record, $2::timestamptz
  from drafted d
  where not exists (select from archive_finding f where f.region = $1::text and f.camera = d.camera and f.rule = d.rule and f.valid_to = 'infinity')
  returning 1
),
completed as (
  update archive_record r set complete = c.complete
  from (select s.code, not exists (select from drafted d where d.camera = s.code and d.rule = any($5::text[])) as complete
        from stale_record s where s.region = $1::text) c
  where r.region = $1::text and r.code = c.code and r.complete <> c.complete
  returning 1
),
done as (delete from stale_record s where s.region = $1::text returning 1),
emptied as (delete from archive_finding_draft d where d.region = $1::text returning 1),
turned as (select (select count(*) from ended) + (select count(*) from kept) + (select count(*) from begun) as number),
stated as (
  insert into archive_state as a (region, rules, checked_on) select $1::text, $6::text, current_date
  on conflict (region) do update set rules = excluded.rules, checked_on = current_date,
    version = a.version + case when (select count(*) from done) > 0 then 1 else 0 end
  returning a.region
)
select (select number from turned)::integer as turned, (select count(*) from done)::integer as checked, pg_notify('coverage_found', stated.region)
from stated cross join (select count(*) from emptied) e cross join (select count(*) from completed) c;
