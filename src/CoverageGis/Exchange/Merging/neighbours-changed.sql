-- Region $1 has got another boundary: what its neighbours see and are seen by is open again, and its own.
-- Index: none, regions are few.
insert into change (region, kind)
select n.region, 'all' from region n where n.region = $1::text or n.boundary is not null;
