-- Does region $1 have another name ($2) or boundary ($3, of any plane; null = closed) than before? Touches it only then,
-- and tells what they were.
-- Index: primary key of region.
with before as (select r.name, r.boundary from region r where r.region = $1::text),
touched as (
  update region r set name = $2::text, boundary = ST_Transform($3::geometry, r.srid)
  where r.region = $1::text
    and (r.name <> $2::text or (r.boundary is null) <> ($3::geometry is null)
         or ST_HausdorffDistance(r.boundary, ST_Transform($3::geometry, r.srid)) > 0.001)
  returning 1
)
select b.name, b.boundary from before b where exists (select from touched);
