-- Delivery $2 of region $1: its moment and its report (JSON); what it changed of the region itself, if that is still so.
-- Indexes: primary key of delivery, delivery_undoes, delivery_merged.
select json_build_object(
         'id', d.id, 'delivered_at', d.delivered_at, 'format', d.format, 'source', d.source, 'file', d.file,
         'operator', d.operator, 'undoes', d.undoes, 'undone_by', u.id, 'undoable', d.merged_at is not null and u.id is null,
         'kinds', coalesce(d.report->'kinds', '{}'))::text,
       d.merged_at, coalesce(d.report->'problems', '[]')::text,
       case when not later.any then d.name_before end, case when not later.any then d.boundary_before end
from delivery d
left join delivery u on u.region = d.region and u.undoes = d.id
cross join lateral (
  select exists (select from delivery n where n.region = d.region and n.merged_at > d.merged_at and n.name_before is not null) as any
) later
where d.region = $1::text and d.id = $2::bigint;
