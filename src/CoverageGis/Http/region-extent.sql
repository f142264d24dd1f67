-- Between which longitudes and latitudes do a region's things lie, with 500 m on every side for the views of its cameras?
-- $1 region. Indexes: the live_source indexes, by region. Reads every live record once; the answer is kept for as long as the region's records do not change.
with plane as (
  select ST_Extent(box)::geometry as box
  from (
    select ST_Extent(geom)::geometry from site where region = $1::text and valid_to = 'infinity'
    union all select ST_Extent(position)::geometry from camera where region = $1::text and valid_to = 'infinity'
    union all select ST_Extent(geom)::geometry from occluder where region = $1::text and valid_to = 'infinity'
    union all select ST_Extent(geom)::geometry from backdrop where region = $1::text and valid_to = 'infinity'
    union all select ST_Extent(geom)::geometry from excluded_area where region = $1::text and valid_to = 'infinity'
    union all select boundary from region where region = $1::text) as part (box)
), world as (
  select ST_Transform(ST_SetSRID(ST_Expand(box, 500), r.srid), 4326) as box
  from plane join region r on r.region = $1::text
  where box is not null
)
select ST_XMin(box) as west, ST_YMin(box) as south, ST_XMax(box) as east, ST_YMax(box) as north from world
