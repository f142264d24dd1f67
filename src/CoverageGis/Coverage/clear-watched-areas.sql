-- Forget what was watched in region $1: the new answer takes its place in the same transaction.
-- Index: primary key of watched_area.
delete from watched_area where region = $1::text;
