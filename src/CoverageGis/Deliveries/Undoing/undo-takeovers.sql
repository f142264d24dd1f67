-- Records of region $1 that the delivery of $2 took over unchanged belong again to whom they belonged before, unless
-- they were changed or taken over since. Itself a takeover at $3, so that it can be undone. How many?
-- Indexes: takeover_at, the primary keys and live indexes of the kinds.
with before as (
  select t.kind, t.source, v.key, v.content,
         coalesce((select n.source from takeover n
                   where n.region = $1::text and n.kind = t.kind and n.record = t.record and n.at > $2::timestamptz
                   order by n.at limit 1), v.source) as given
  from takeover t join record_version v on v.region = $1::text and v.kind = t.kind and v.id = t.record
  where t.region = $1::text and t.at = $2::timestamptz
),
same as (
  select b.kind, v.id as record, b.source, v.source as now
  from before b join record_version v on v.region = $1::text and v.kind = b.kind and v.key = b.key and v.valid_to = 'infinity'
  where v.content = b.content and v.source = b.given and v.source <> b.source
),
camera_back as (update camera r set source = s.source from same s where r.region = $1::text and s.kind = 'camera' and r.id = s.record),
unplaced_back as (update unplaced_camera r set source = s.source from same s where r.region = $1::text and s.kind = 'unplaced' and r.id = s.record),
site_back as (update site r set source = s.source from same s where r.region = $1::text and s.kind = 'site' and r.id = s.record),
zone_back as (update zone r set source = s.source from same s where r.region = $1::text and s.kind = 'zone' and r.id = s.record),
occluder_back as (update occluder r set source = s.source from same s where r.region = $1::text and s.kind = 'occluder' and r.id = s.record),
area_back as (update excluded_area r set source = s.source from same s where r.region = $1::text and s.kind = r.kind and r.id = s.record),
unit_back as (update unit r set source = s.source from same s where r.region = $1::text and s.kind = 'unit' and r.id = s.record),
purpose_back as (update purpose r set source = s.source from same s where r.region = $1::text and s.kind = 'purpose' and r.id = s.record),
policy_back as (update policy r set source = s.source from same s where r.region = $1::text and s.kind = 'policy' and r.id = s.record),
backdrop_back as (update backdrop r set source = s.source from same s where r.region = $1::text and s.kind = 'backdrop' and r.id = s.record),
noted as (
  insert into takeover (region, kind, record, at, source)
  select $1::text, kind, record, $3::timestamptz, now from same
  returning 1
)
select count(*)::integer from noted;
