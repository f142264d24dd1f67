-- In which state is a region? Any import, any analysis and any check of the archive changes one of these values.
-- $1 region. Indexes: the primary keys of region, delivery, analysis and archive_state.
select r.srid, r.created_at,
       (select max(d.id) from delivery d where d.region = r.region) as delivery,
       (select max(a.id) from analysis a where a.region = r.region) as analysis,
       (select a.version from archive_state a where a.region = r.region) as archive
from region r
where r.region = $1::text
