-- What of region $1 itself is another than before: its name $2, its boundary $3 (in its plane; null = closed)?
-- Its name now, the field, before and after (JSON).
-- Index: primary key of region.
select r.name, f.field, f.was::text, f.now::text
from region r
cross join lateral (values
  ('name', to_jsonb($2::text), to_jsonb(r.name)),
  ('boundary', to_jsonb(shape_in_words($3::geometry)), to_jsonb(shape_in_words(r.boundary)))) f (field, was, now)
where r.region = $1::text and f.was is distinct from f.now;
