-- Which cameras of region $1 stand so that some ground of the box ($2, $3) to ($4, $5) might be looked at from there,
-- at $6 px/m and from $7 m at most? The records of the $8 nearest. Four times a recorded range is thought of.
-- Index: camera_live_position.
select c.*
from region r
cross join lateral (
  select ST_MakeEnvelope($2::float8, $3::float8, $4::float8, $5::float8, r.srid) as geom
) ground
join camera_lens c on c.region = r.region
cross join lateral (
  select radians(c.hfov_min + c.hfov_max) / 2 as hfov, (c.pixels_min + c.pixels_max) / 2 as pixels
) lens
where r.region = $1::text and c.valid_to = 'infinity' and c.status <> 'removed'
  and c.position && ST_Expand(ground.geom, $7::float8)
  and ST_Distance(c.position, ground.geom) <= least($7::float8, 4 * c.range_max,
        lens.pixels / ($6::float8 * case when c.type = 'fisheye' or lens.hfov >= radians(150) then lens.hfov else 2 * tan(lens.hfov / 2) end))
order by ST_Distance(c.position, ground.geom), c.id
limit $8::integer;
