-- What does source $2 of region $1 mean by its columns and codes, as far as it was told before?
-- Index: primary key of archive_profile.
select mapping::text from archive_profile where region = $1::text and source = $2::text;
