-- Empty the drafts of region $1, before and after a run.
-- Indexes: primary keys of the drafts.
with unseen as (delete from unseen_draft d where d.region = $1::text),
gaps as (delete from gap_draft d where d.region = $1::text)
delete from coverage_draft d where d.region = $1::text;
