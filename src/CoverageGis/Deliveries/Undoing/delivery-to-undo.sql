-- Delivery $2 of region $1: its moment, and what it changed of the region itself; the last of the chain of undoings that
-- begins with it, and how many there are; is the region itself another now than that delivery left it?
-- Indexes: primary key of delivery, delivery_undoes, delivery_merged.
with recursive chain as (
  select d.id, 0 as step from delivery d where d.region = $1::text and d.id = $2::bigint
  union all
  select d.id, step + 1 from chain c join delivery d on d.region = $1::text and d.undoes = c.id
)
select d.merged_at, d.name_before, d.boundary_before,
       (select id from chain order by step desc limit 1) as last_undo, (select max(step) from chain)::integer as undoings,
       coalesce((select (n.name_before, n.boundary_before) is distinct from (r.name, r.boundary)
                 from delivery n
                 where n.region = d.region and n.merged_at > d.merged_at and n.name_before is not null
                 order by n.merged_at limit 1), false) as region_changed
from delivery d join region r on r.region = d.region
where d.region = $1::text and d.id = $2::bigint;
