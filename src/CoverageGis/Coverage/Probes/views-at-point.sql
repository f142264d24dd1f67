-- Which cameras see the point ($2, $3) of region $1's plane for purpose $4 by the stored views? One row a camera with the
-- strongest certainty by day and by night (null = not then), its name and where it stands.
-- Indexes: view_geom, the primary key of camera.
select v.camera_region, v.code, v.building is not null as indoor, v.working,
       min(v.certainty) filter (where v.light <> 'night') as by_day,
       min(case when v.light = 'dim' then 'possible' else v.certainty end) filter (where v.light <> 'day') as by_night,
       coalesce(min(c.name), '') as name, min(c.lon) as lon, min(c.lat) as lat
from view v
join region r on r.region = v.region
left join camera c on c.region = v.camera_region and c.id = v.camera
where v.region = $1::text and v.purpose = $4::text and ST_Intersects(v.geom, ST_SetSRID(ST_MakePoint($2::float8, $3::float8), r.srid))
group by v.camera_region, v.code, v.building is not null, v.working
order by v.code;
