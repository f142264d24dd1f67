-- What is a camera of type $1[i] taken to have where its record is silent? Angles in degrees, heights in m.
-- Writes only what differs, so that a start leaves nothing behind.
-- Index: primary key of camera_default.
insert into camera_default as d (type, hfov_min, hfov_max, vfov_min, vfov_max, tilt_min, tilt_max,
                                 height_min, height_max, pixels_min, pixels_max)
select * from unnest($1::text[], $2::float8[], $3::float8[], $4::float8[], $5::float8[], $6::float8[], $7::float8[],
                     $8::float8[], $9::float8[], $10::float8[], $11::float8[]) as n
on conflict (type) do update set
  (hfov_min, hfov_max, vfov_min, vfov_max, tilt_min, tilt_max, height_min, height_max, pixels_min, pixels_max)
  = (excluded.hfov_min, excluded.hfov_max, excluded.vfov_min, excluded.vfov_max, excluded.tilt_min, excluded.tilt_max,
     excluded.height_min, excluded.height_max, excluded.pixels_min, excluded.pixels_max)
where (d.*) is distinct from (excluded.*);
