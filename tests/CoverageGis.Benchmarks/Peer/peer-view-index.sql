-- Make the views of the SQL pipeline ready to be joined: after the load, which is the fastest way.
-- Index: makes them.
alter table peer_view add primary key (camera);
create index peer_view_geom on peer_view using gist (geom);
analyze peer_view;
