-- Empty the draft of region $1, before and after a run.
-- Index: none needed, the table is empty between runs.
delete from watched_area_draft where region = $1::text;
