-- Which staged zones ask for a purpose that neither the delivery nor region $1 has? They are left out.
-- Index: purpose_live_name.
delete from stage_zone s
where s.purpose is not null
  and not exists (select from stage_purpose p where p.name = s.purpose)
  and not exists (select from purpose p where p.region = $1::text and p.name = s.purpose and p.valid_to = 'infinity')
returning s.ref, s.purpose;
