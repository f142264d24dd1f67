-- Beside the records of a region, from what is it worked out? Changes whenever the defaults of cameras do.
-- Index: none, the table is small.
select md5(string_agg(d::text, ',' order by d.type)) from camera_default d;
