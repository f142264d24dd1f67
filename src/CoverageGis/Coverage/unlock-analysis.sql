-- Let the next analysis of region $1 begin.
-- Index: none.
select pg_advisory_unlock(hashtext('analysis'), hashtext($1::text));
