-- What does a region require of each category, what are its purposes, and which versions of both were there?
-- sites and zones: how many a policy touches, in scope; zones of a purpose: those judged for it.
-- $1 region. Indexes: policy_live_category, purpose_live_name, the key of policy_version, site_live_code, zone_live_code, coverage_live_zone.
with touched as materialized (
  select category, purpose, count(distinct site) as sites, count(*) as zones
  from required_zone_at($1::text, null) where in_scope group by grouping sets ((category), (purpose))
), judged as materialized (
  select purpose, policy_version from coverage where region = $1::text and valid_to = 'infinity'
), newest as (
  select max(version) as version from policy_version where region = $1::text
)
select json_build_object(
  'version', newest.version,
  'shown_version', (select coalesce(max(policy_version), (select a.policy_version from analysis a where a.region = $1::text order by a.id desc limit 1)) from judged),
  'outdated', (select count(*) from judged where policy_version < newest.version),
  'zones', (select count(*) from judged),
  'versions', coalesce((select json_agg(json_build_object('version', version, 'at', made_at, 'operator', operator, 'note', note) order by version desc)
     from (select * from policy_version where region = $1::text order by version desc limit 100) as version), '[]'),
  'policies', coalesce((select json_agg(json_build_object(
       'category', p.category, 'purpose', p.purpose, 'required_ratio', p.required_ratio, 'min_cameras', p.min_cameras, 'certainty', p.certainty,
       'min_retention_days', p.min_retention_days, 'counts_capture', p.counts_capture, 'ring_width', p.ring_width, 'hours', p.hours, 'lit', p.lit,
       'source', p.source, 'since', p.valid_from,
       'sites', coalesce((select t.sites from touched t where t.category = p.category), 0),
       'zones', coalesce((select t.zones from touched t where t.category = p.category), 0)) order by p.category)
     from policy p where p.region = $1::text and p.valid_to = 'infinity'), '[]'),
  'without', coalesce((select json_agg(json_build_object('category', category, 'sites', sites) order by category)
     from (select s.category, count(*) as sites from site s
           where s.region = $1::text and s.valid_to = 'infinity'
             and not exists (select from policy p where p.region = s.region and p.category = s.category and p.valid_to = 'infinity')
           group by s.category) as bare), '[]'),
  'purposes', coalesce((select json_agg(json_build_object(
       'name', u.name, 'min_ppm', u.min_ppm, 'z_min', u.z_min, 'z_max', u.z_max, 'max_tilt', u.max_tilt, 'source', u.source, 'since', u.valid_from,
       'policies', (select count(*) from policy p where p.region = u.region and p.purpose = u.name and p.valid_to = 'infinity'),
       'zones', coalesce((select t.zones from touched t where t.purpose = u.name), 0)) order by u.min_ppm, u.name)
     from purpose u where u.region = $1::text and u.valid_to = 'infinity'), '[]'))
from newest
