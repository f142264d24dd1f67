-- Record that an analysis of region $1 from basis $2 found $3 (JSON), at $4.
-- Index: primary key of analysis.
insert into analysis (region, basis, summary, finished_at) values ($1::text, $2::text, $3::jsonb, $4::timestamptz);
