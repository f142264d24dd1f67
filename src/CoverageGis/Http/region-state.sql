-- In which state is a region? Any import and any analysis changes one of these values.
-- $1 region. Indexes: the primary keys of region, delivery and analysis.
select r.srid, r.created_at,
       (select max(d.id) from delivery d where d.region = r.region) as delivery,
       (select max(a.id) from analysis a where a.region = r.region) as analysis
from region r
where r.region = $1::text
