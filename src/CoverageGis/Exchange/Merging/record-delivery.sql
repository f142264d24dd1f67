-- Record a delivery to region $1: source $2, file $3, format $4, operator $5, report $6 (JSON).
-- Index: primary key of delivery.
insert into delivery (region, source, file, format, operator, report)
values ($1::text, $2::text, $3::text, $4::text, $5::text, $6::jsonb);
