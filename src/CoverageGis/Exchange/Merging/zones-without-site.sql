-- Which staged zones name a site that neither the delivery nor region $1 has? They are left out.
-- Index: site_live_code.
delete from stage_zone s
where not exists (select from stage_site t where t.code = s.site)
  and not exists (select from site t where t.region = $1::text and t.code = s.site and t.valid_to = 'infinity')
returning s.ref, s.site;
