-- From what would an analysis of region $1 compute now? Changes whenever records, defaults or the day do
-- (exempt areas end on a day).
-- Index: primary key of delivery.
select concat_ws(' ',
  (select max(d.id) from delivery d where d.region = $1::text),
  (select md5(string_agg(c::text, ',' order by c.type)) from camera_default c),
  current_date);
