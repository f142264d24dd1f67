-- Empty the draft of region $1, before and after a run.
-- Index: none needed, the table is empty between runs.
delete from gap_draft where region = $1::text;
