-- Can views reach into a protected area of region $1, or did they when it was last looked?
-- Indexes: excluded_area_live_geom, overreach_live.
select exists (select from excluded_area e where e.region = $1::text and e.valid_to = 'infinity' and e.kind = 'protected')
    or exists (select from overreach o where o.region = $1::text and o.valid_to = 'infinity');
