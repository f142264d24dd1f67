-- Which staged zones name a site that region $1 does not have? They are left out.
-- Runs after sites are merged. Index: site_live_code.
delete from stage_zone s
where not exists (select from site t where t.region = $1::text and t.code = s.site and t.valid_to = 'infinity')
returning s.ref, s.site;
