-- Record a delivery to region $1: source $2, file $3, format $4, operator $5, report $6 (JSON), whose records begin and
-- end at $7; the region's name $8 and boundary $9 (in its plane) before, where it changed them; $10 the delivery that it
-- takes back, or null. Its number.
-- Index: primary key of delivery.
insert into delivery (region, source, file, format, operator, report, merged_at, name_before, boundary_before, undoes)
values ($1::text, $2::text, $3::text, $4::text, $5::text, $6::jsonb, $7::timestamptz, $8::text, $9::geometry, $10::bigint)
returning id;
