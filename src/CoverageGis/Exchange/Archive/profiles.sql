-- Of which sources does region $1 have a profile?
-- Index: primary key of archive_profile.
select string_agg(source, ', ' order by source) from archive_profile where region = $1::text;
