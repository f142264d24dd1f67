-- Remember that the delivery has $2[i] of kind $1[i], though it cannot be taken: what is known of it stays as it is.
-- Index: primary key of stage_fault.
insert into stage_fault (kind, key)
select * from unnest($1::text[], $2::text[])
on conflict do nothing;
