-- Which exempt areas of region $1 have ended since the last analysis? Their ground is to be watched again.
-- Index: excluded_area_live_code.
insert into change (region, kind, code, before)
select e.region, 'excluded_area', e.code, e.geom
from excluded_area e
where e.region = $1::text and e.valid_to = 'infinity' and e.until < current_date
  and e.until >= coalesce((select max(a.finished_at) from analysis a where a.region = $1::text), 'infinity')::date;
