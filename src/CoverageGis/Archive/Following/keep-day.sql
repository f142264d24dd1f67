-- How does the archive of region $1 stand today, by unit and class? Kept as the day's row, until the day is over.
-- Indexes: archive_record_unit, archive_finding_live, archive_acceptance_of, primary key of archive_day.
with faulty as (
  select distinct f.camera from archive_finding f
  where f.region = $1::text and f.valid_to = 'infinity'
    and not exists (select from archive_acceptance a where a.region = f.region and a.camera = f.camera and a.rule = f.rule
                                                       and a.record = f.record and a.withdrawn_at = 'infinity')
),
now as (
  select r.unit, coalesce(r.class::text, '') as class, count(*) as records, count(*) filter (where r.complete) as complete,
         count(*) filter (where r.status = 'in_use') as in_use, count(*) filter (where r.networked) as networked,
         count(r.networked) as networked_known, count(faulty.camera) as with_findings
  from archive_record r left join faulty on faulty.camera = r.code
  where r.region = $1::text and r.status <> 'removed'
  group by 1, 2
),
gone as (
  delete from archive_day d
  where d.region = $1::text and d.day = current_date and not exists (select from now n where n.unit = d.unit and n.class = d.class)
)
insert into archive_day as d (region, day, unit, class, records, complete, in_use, networked, networked_known, with_findings)
select $1::text, current_date, n.unit, n.class, n.records, n.complete, n.in_use, n.networked, n.networked_known, n.with_findings from now n
on conflict (region, day, unit, class) do update
set records = excluded.records, complete = excluded.complete, in_use = excluded.in_use, networked = excluded.networked,
    networked_known = excluded.networked_known, with_findings = excluded.with_findings;
