-- From what was region $1 last worked out?
-- Index: primary key of analysis.
select a.basis from analysis a where a.region = $1::text order by a.id desc limit 1;
