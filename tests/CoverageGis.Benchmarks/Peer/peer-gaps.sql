-- Which ground of each site does no view show? As one good statement of PostGIS would say it.
-- Index: peer_view_geom.
insert into peer_unseen (site, geom)
select s.id, coalesce(ST_Difference(s.geom, ST_Union(v.geom)), s.geom)
from peer_site s
left join peer_view v on ST_Intersects(v.geom, s.geom)
group by s.id;
