-- Tell whoever brings results up to date that region $1 has changed; heard when this transaction commits.
-- Index: none.
select pg_notify('coverage_change', $1::text);
