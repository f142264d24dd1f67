-- What did the last analysis of region $1 find, and from what?
-- Index: primary key of analysis.
select a.basis, a.summary::text from analysis a where a.region = $1::text order by a.id desc limit 1;
