-- Where does the SQL pipeline store its answer, and of which ground? Made anew for every round; the open ground of the
-- zones is given to it, as ours found it. Index: none yet, they are made when the tables are filled.
drop table if exists peer_site, peer_view, peer_unseen;
create table peer_site as
  select id, geom from watched_area where region = 'city' and not ST_IsEmpty(geom);
alter table peer_site add primary key (id);
create index peer_site_geom on peer_site using gist (geom);
create table peer_view (camera bigint not null, geom geometry not null);
create table peer_unseen (site bigint primary key, geom geometry not null);
analyze peer_site;
