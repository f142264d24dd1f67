-- Is any ground of region $1 watched?
-- Index: primary key of watched_area.
select exists (select from watched_area w where w.region = $1::text and w.area_m2 > 0);
