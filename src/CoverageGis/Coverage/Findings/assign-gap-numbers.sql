-- Give the drafted gaps $2 of region $1 their numbers $3 (null = a new one) and origins $4.
-- Index: primary key of gap_draft.
update gap_draft d set number = n.number, origin = n.origin
from unnest($2::bigint[], $3::bigint[], $4::bigint[]) n (id, number, origin)
where d.region = $1::text and d.id = n.id;
