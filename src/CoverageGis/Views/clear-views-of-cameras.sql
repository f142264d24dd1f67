-- Forget the views of the cameras $2 of region $1, before they are written anew.
-- Index: primary key of view.
delete from view where region = $1::text and camera = any($2::bigint[]);
