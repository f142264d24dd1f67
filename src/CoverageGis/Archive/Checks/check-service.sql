-- Which cameras of region $1 keep their recordings for a shorter time than a zone requires that they may see, and which of
-- class 3 stand in a key site and are not networked?
-- Indexes: primary keys of stale_record and archive_record, camera_live_code, view_camera, watched_area_geom, site_live_geom.
with record as materialized (
  select r.* from stale_record s join archive_record r on r.region = $1::text and r.code = s.code
  where s.region = $1::text and r.placed and r.status <> 'removed'
)
insert into archive_finding_draft (region, camera, rule, detail)
select $1::text, r.code, 'retention_of_site', jsonb_build_object('retention_days', r.retention_days, 'required', w.days, 'site', w.site, 'site_name', w.name)
from record r
cross join lateral (
  select w.min_retention_days as days, w.site, s.name
  from view v
  join watched_area w on w.region = $1::text and w.purpose = v.purpose and w.building is not distinct from v.building
                     and (w.counts_capture or not v.capture) and w.geom && v.geom
  join site s on s.region = $1::text and s.code = w.site and s.valid_to = 'infinity'
  where v.region = $1::text and v.camera_region = $1::text and v.camera = r.record
    and w.min_retention_days > r.retention_days and ST_Intersects(w.geom, v.geom)
  order by w.min_retention_days desc, w.site limit 1
) w
union all
select $1::text, r.code, 'class3_not_networked', jsonb_build_object('site', s.code, 'site_name', s.name)
from record r
cross join lateral (
  select s.code, s.name from site s
  where s.region = $1::text and s.valid_to = 'infinity' and s.in_scope is distinct from false and ST_Covers(s.geom, r.position)
  order by s.code limit 1
) s
where r.class = 3 and not r.networked;
