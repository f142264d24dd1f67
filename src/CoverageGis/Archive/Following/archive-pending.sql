-- Is there anything in the archive of region $1 to be checked, by the rules with stamp $2: at all, everything of it, and
-- does the analysis still owe what checks depend on (then it has to come first)? A new day is one on which dates pass.
-- Indexes: primary keys of archive_change, stale_record, archive_state, change, stale_camera, stale_site, stale_zone.
select exists (select from archive_change c where c.region = $1::text) or exists (select from stale_record s where s.region = $1::text)
         or not exists (select from archive_state a where a.region = $1::text and a.checked_on = current_date and a.rules = $2::text) as any,
       not exists (select from archive_state a where a.region = $1::text and a.rules = $2::text) as everything,
       exists (select from stale_camera s where s.region = $1::text) or exists (select from stale_site s where s.region = $1::text)
         or exists (select from stale_zone s where s.region = $1::text) as owed;
