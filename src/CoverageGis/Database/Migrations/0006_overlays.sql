-- How ground is taken from ground.

-- Overlays run in floating precision. Now and then GEOS gives up there ("found non-noded intersection"); the same is
-- then done on a grid of 0.1 mm, which cannot fail, and costs twice the time: so only then.

-- Ground without all of the given areas. null areas = none. grid: m, -1 = floating.
create function ground_without_on(ground geometry, areas geometry[], grid double precision) returns geometry
language plpgsql immutable parallel safe as $$
declare
  area geometry;
begin
  if cardinality(areas) > 1 and grid <= 0 then
    ground := ST_Difference(ground, ST_Union(areas));
  elsif areas is not null then
    foreach area in array areas loop
      ground := ST_Difference(ground, case when grid > 0 then ST_MakeValid(area) else area end, grid);
    end loop;
  end if;
  return case when GeometryType(ground) = 'GEOMETRYCOLLECTION' then ST_CollectionExtract(ground, 3) else ground end;
end $$;

create function ground_without(ground geometry, areas geometry[]) returns geometry
language plpgsql immutable parallel safe as $$
begin
  return ground_without_on(ground, areas, -1);
exception when internal_error then
  return ground_without_on(ST_MakeValid(ground), areas, 0.0001);
end $$;

-- The polygons that two grounds have in common.
create function ground_within(ground geometry, area geometry) returns geometry
language plpgsql immutable parallel safe as $$
begin
  return ST_CollectionExtract(ST_Intersection(ground, area), 3);
exception when internal_error then
  return ST_CollectionExtract(ST_Intersection(ST_MakeValid(ground), ST_MakeValid(area), 0.0001), 3);
end $$;

-- Whether a polygon does not vanish when eroded by a distance, m. What lies within d of an outline of length p with h
-- holes is at most d*p + h*pi*d^2, so a larger area is sure to hold without the costly erosion.
create function survives_erosion(ground geometry, distance double precision) returns boolean
language plpgsql immutable parallel safe as $$
begin
  return ST_Area(ground) > distance * ST_Perimeter(ground) + ST_NumInteriorRings(ground) * pi() * distance ^ 2
      or not ST_IsEmpty(ST_Buffer(ground, -distance));
end $$;

-- What at least k of the views show; null = nothing. Where they only touch, lines are left over, which no union takes.
create or replace function seen_by_at_least(views geometry[], k integer, grid double precision) returns geometry
language plpgsql immutable strict parallel safe as $$
declare
  level geometry[] := array_fill(null::geometry, array[k]);
  shared geometry;
  v geometry;
begin
  foreach v in array views loop
    continue when v is null;
    for i in reverse k .. 2 loop
      continue when level[i - 1] is null;
      shared := ST_CollectionExtract(ST_Intersection(level[i - 1], v, grid), 3);
      level[i] := case when level[i] is null then shared else ST_Union(level[i], shared, grid) end;
    end loop;
    level[1] := case when level[1] is null then v else ST_Union(level[1], v, grid) end;
  end loop;
  return level[k];
end $$;

create or replace function seen_by_at_least(views geometry[], k integer) returns geometry
language plpgsql immutable strict parallel safe as $$
begin
  return seen_by_at_least(views, k, -1);
exception when internal_error then
  return seen_by_at_least(views, k, 0.0001);
end $$;

-- Ground that fewer than k cameras see, of the given areas, each of a camera and with a mark; only marks that are wanted
-- count. For one camera: from ground of few corners, as a bus stop is, the areas are taken away one by one, until nothing
-- is left; from others their union in one go, of what of them lies in the ground's box.
create function ground_not_seen_on(
  ground geometry, areas geometry[], cameras bigint[], marks text[], wanted text[], k integer, grid double precision)
returns geometry language plpgsql immutable parallel safe as $$
declare
  box constant geometry := ST_Expand(ST_Envelope(ground), 1);
  few constant boolean := ST_NPoints(ground) < 12 or grid > 0;
  area geometry;
  one geometry;
  several geometry[] := '{}';
  of_camera bigint;
  i integer := 0;
begin
  foreach area in array areas loop
    i := i + 1;
    continue when marks[i] <> all(wanted);
    area := case when grid > 0 then ST_MakeValid(area) else area end;
    if k <= 1 and few then
      ground := ST_Difference(ground, area, grid);
      exit when ST_IsEmpty(ground);
    elsif k <= 1 then
      several := several || case when box ~ area then area else ST_CollectionExtract(ST_Intersection(area, box), 3) end;
    else
      if of_camera is distinct from cameras[i] then
        several := several || one;
        one := null;
        of_camera := cameras[i];
      end if;
      -- Where outlines touch, lines are left over, which no union takes together with polygons.
      area := ST_CollectionExtract(ST_Intersection(area, ground, grid), 3);
      one := case when one is null then area else ST_Union(one, area, grid) end;
    end if;
  end loop;
  if k > 1 then
    one := seen_by_at_least(several || one, k, grid);
    ground := case when one is null then ground else ST_Difference(ground, one, grid) end;
  elsif not few and cardinality(several) > 0 then
    ground := ST_Difference(ground, ST_Union(several), grid);
  end if;
  return case when GeometryType(ground) = 'GEOMETRYCOLLECTION' then ST_CollectionExtract(ground, 3) else ground end;
end $$;

create function ground_not_seen(ground geometry, areas geometry[], cameras bigint[], marks text[], wanted text[], k integer)
returns geometry language plpgsql immutable parallel safe as $$
begin
  if areas is null then
    return ground;
  end if;
  return ground_not_seen_on(ground, areas, cameras, marks, wanted, k, -1);
exception when internal_error then
  return ground_not_seen_on(ST_MakeValid(ground), areas, cameras, marks, wanted, k, 0.0001);
end $$;
