-- Is $1 the EPSG code of a plane in metres? Web Mercator is not: its metres are not metres.
-- Index: primary key of spatial_ref_sys.
select exists (
  select from spatial_ref_sys s
  where s.srid = $1::integer and s.srtext like 'PROJCS%' and s.proj4text like '%+units=m %'
    and s.srid not in (3857, 3395)
);
