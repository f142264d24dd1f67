-- Keep other deliveries to region $1 waiting until this transaction ends.
-- Index: none.
select pg_advisory_xact_lock(hashtext('delivery'), hashtext($1::text));
