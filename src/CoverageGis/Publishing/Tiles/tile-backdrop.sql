-- Which roads, rails, waters and greens does a tile show? The smaller the scale, the fewer classes.
-- $1 region, $2 $3 $4 zoom, column and row of the tile, $5 EPSG code of the region's plane, $6 metres in a screen pixel.
-- $7 moment, null = now. Indexes: backdrop_live_geom, backdrop_past_geom.
with thing as (
  select kind, class, case when $2::int >= 13 then name else '' end as name, geom
  from backdrop
  where region = $1::text and holds(valid_from, valid_to, $7::timestamptz)
    and geom && ST_Transform(ST_TileEnvelope($2::int, $3::int, $4::int, margin => 0.02), $5::int)
    and case
          when kind in ('water', 'green') then greatest(ST_XMax(geom) - ST_XMin(geom), ST_YMax(geom) - ST_YMin(geom)) > 4 * $6::float8
          when kind = 'rail' then $2::int >= 9
          when class in ('motorway', 'trunk', 'primary') then true
          when class in ('secondary', 'motorway_link', 'trunk_link', 'primary_link') then $2::int >= 9
          when class in ('tertiary', 'secondary_link', 'tertiary_link') then $2::int >= 11
          when class in ('residential', 'unclassified', 'living_street', 'pedestrian', 'road') then $2::int >= 12
          else $2::int >= 14
        end
  limit 12000
), shape as (
  select kind, class, name,
         ST_AsMVTGeom(ST_Transform(case when $2::int < 14 then ST_Simplify(geom, $6::float8 / 2) else geom end, 3857),
                      ST_TileEnvelope($2::int, $3::int, $4::int), 4096, 64) as geom
  from thing
), merged as (
  select kind, class, name, ST_CollectionExtract(ST_Collect(geom), ST_Dimension(geom) + 1) as geom
  from shape
  where geom is not null
  group by kind, class, name, ST_Dimension(geom)
)
select ST_AsMVT(merged, 'backdrop', 4096, 'geom') from merged
