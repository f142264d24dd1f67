-- Which staged zones ask for a purpose that region $1 does not have? They are left out; a zone known before stays.
-- Runs after purposes are merged. Index: purpose_live_name.
with dropped as (
  delete from stage_zone s
  where s.purpose is not null
    and not exists (select from purpose p where p.region = $1::text and p.name = s.purpose and p.valid_to = 'infinity')
  returning s.ref, s.site, s.code, s.purpose
),
kept as (
  insert into stage_fault (kind, key) select 'zone', site || chr(10) || code from dropped on conflict do nothing
)
select ref, purpose from dropped order by ref;
