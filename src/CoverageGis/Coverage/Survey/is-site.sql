-- Is there a site $2 in region $1?
-- Index: site_live_code.
select exists (select from site where region = $1::text and code = $2::text and valid_to = 'infinity');
