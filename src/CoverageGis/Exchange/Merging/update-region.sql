-- Does region $1 have another name ($2) or boundary ($3, WGS 84; null = closed) than before? Touches it only then.
-- Index: primary key of region.
update region r set name = $2::text, boundary = ST_Transform($3::geometry, r.srid)
where r.region = $1::text
  and (r.name <> $2::text or (r.boundary is null) <> ($3::geometry is null)
       or ST_HausdorffDistance(r.boundary, ST_Transform($3::geometry, r.srid)) > 0.001);
