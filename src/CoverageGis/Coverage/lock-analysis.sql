-- Wait until no other analysis of region $1 runs, and keep others out until this connection lets go.
-- Index: none.
select pg_advisory_lock(hashtext('analysis'), hashtext($1::text));
