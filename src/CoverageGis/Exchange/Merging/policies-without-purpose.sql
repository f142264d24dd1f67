-- Which staged policies ask for a purpose that region $1 does not have? They are left out; a policy known before stays.
-- Runs after purposes are merged. Index: purpose_live_name.
with dropped as (
  delete from stage_policy s
  where not exists (select from purpose p where p.region = $1::text and p.name = s.purpose and p.valid_to = 'infinity')
  returning s.ref, s.category, s.purpose
),
kept as (
  insert into stage_fault (kind, key) select 'policy', category from dropped on conflict do nothing
)
select ref, purpose from dropped order by ref;
