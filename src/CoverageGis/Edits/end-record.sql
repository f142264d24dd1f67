-- The record of kind $2 with code $4 (of a zone: in site $3) of region $1 ends at $5: is it there? What depends on it is
-- told. The zones of a site end with it.
-- Indexes: camera_live_code, site_live_code, zone_live_code, occluder_live_code, excluded_area_live_code.
with camera_ended as (
  update camera t set valid_to = $5::timestamptz
  where $2::text = 'camera' and t.region = $1::text and t.code = $4::text and t.valid_to = 'infinity'
  returning 'camera' as kind, t.code, t.position as geom
),
site_ended as (
  update site t set valid_to = $5::timestamptz
  where $2::text = 'site' and t.region = $1::text and t.code = $4::text and t.valid_to = 'infinity'
  returning 'site' as kind, t.code, t.geom
),
zone_ended as (
  update zone t set valid_to = $5::timestamptz
  where t.region = $1::text and t.valid_to = 'infinity'
    and ($2::text = 'zone' and t.site = $3::text and t.code = $4::text or $2::text = 'site' and t.site = $4::text)
  returning 'zone' as kind, t.site, t.geom
),
occluder_ended as (
  update occluder t set valid_to = $5::timestamptz
  where $2::text = 'occluder' and t.region = $1::text and t.code = $4::text and t.valid_to = 'infinity'
  returning 'occluder' as kind, t.code, t.geom
),
area_ended as (
  update excluded_area t set valid_to = $5::timestamptz
  where t.kind = $2::text and t.region = $1::text and t.code = $4::text and t.valid_to = 'infinity'
  returning 'excluded_area' as kind, t.code, t.geom
),
told as (
  insert into change (region, kind, code, before)
  select $1::text, e.* from (
    select * from camera_ended union all select * from site_ended union all select * from zone_ended
    union all select * from occluder_ended union all select * from area_ended
  ) e
  returning 1
)
select count(*)::integer from told;
