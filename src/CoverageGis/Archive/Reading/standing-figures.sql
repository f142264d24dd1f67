-- How does the archive of region $1 stand by unit and class, and how did it on the last $2 days that were kept, by unit and in
-- all (unit null)? Of a share the two numbers; networked of those of which it is known.
-- Index: primary key of archive_day.
with latest as (select max(d.day) as day from archive_day d where d.region = $1::text),
kept as (
  select d.day, d.unit, d.class, d.records, d.complete, d.in_use, d.networked, d.networked_known, d.with_findings
  from archive_day d
  where d.region = $1::text and d.day in (select distinct x.day from archive_day x where x.region = $1::text order by x.day desc limit $2::integer)
),
daily as (
  select day, unit, grouping(unit) = 1 as in_all, sum(records) as records, sum(complete) as complete, sum(in_use) as in_use,
         sum(networked) as networked, sum(networked_known) as networked_known, sum(with_findings) as with_findings
  from kept group by grouping sets ((day, unit), (day))
)
select json_build_object(
  'day', (select day from latest),
  'standing', coalesce((select json_agg(json_build_object('unit', unit, 'class', nullif(class, '')::integer, 'records', records,
      'complete', complete, 'in_use', in_use, 'networked', networked, 'networked_known', networked_known, 'with_findings', with_findings)
      order by unit, class) from kept where day = (select day from latest)), '[]'),
  'trend', coalesce((select json_agg(json_build_object('unit', unit, 'days', days) order by in_all desc, unit) from (
      select unit, in_all, json_agg(json_build_object('day', day, 'records', records, 'complete', complete, 'in_use', in_use,
        'networked', networked, 'networked_known', networked_known, 'with_findings', with_findings) order by day) as days
      from daily group by unit, in_all) t), '[]'))
