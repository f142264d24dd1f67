-- How much has changed in region $1 since it was last looked at, is it so much that all is open again, and is anything
-- left over from a run that did not end?
-- Indexes: primary keys of change, stale_camera, stale_site, stale_zone.
select (select count(*) from change c where c.region = $1::text) as changes,
       exists (select from change c where c.region = $1::text and c.kind = 'all')
         or (select count(*) from change c where c.region = $1::text) > 50000 as all_open,
       exists (select from stale_camera s where s.region = $1::text) or exists (select from stale_site s where s.region = $1::text)
         or exists (select from stale_zone s where s.region = $1::text) as left_over;
