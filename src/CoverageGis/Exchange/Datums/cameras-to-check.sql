-- Where (longitude, latitude) were cameras delivered that stand in the open, as far as is known? At most $1 of them, always
-- the same of the same delivery.
-- Index: none, each staged row is read once.
select ST_X(geom), ST_Y(geom)
from stage_camera
where mount <> 'wall' and not indoor and geom is not null
order by md5(code), code
limit $1::integer;
