-- Who delivered what to region $1, newest first? At most $3, older than delivery $2 (null: from the newest); with where the
-- page ends, as "last".
-- Indexes: primary key of delivery, delivery_undoes.
with page as (
  select d.id, d.delivered_at, d.format, d.source, d.file, d.operator, d.undoes, d.merged_at is not null as undoable,
         (select u.id from delivery u where u.region = d.region and u.undoes = d.id) as undone_by,
         coalesce(d.report->'kinds', '{}') as kinds, jsonb_array_length(coalesce(d.report->'problems', '[]')) as problems
  from delivery d
  where d.region = $1::text and d.id < coalesce($2::bigint, 9223372036854775807)
  order by d.id desc
  limit $3::integer
)
select json_build_object(
  'deliveries', coalesce(json_agg(json_build_object(
    'id', p.id, 'delivered_at', p.delivered_at, 'format', p.format, 'source', p.source, 'file', p.file,
    'operator', p.operator, 'undoes', p.undoes, 'undone_by', p.undone_by,
    'undoable', p.undoable and p.undone_by is null, 'kinds', p.kinds, 'problems', p.problems) order by p.id desc), '[]'),
  'last', case when count(*) = $3::integer then json_build_array(min(p.id)) end)::text
from page p;
