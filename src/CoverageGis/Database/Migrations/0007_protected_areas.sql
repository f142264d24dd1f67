-- Regions made before there was a purpose for protected areas get it; one that ever had an entry of that name keeps its own.
insert into purpose (region, name, min_ppm, z_min, z_max, source, content, valid_from)
select r.region, 'protect-privacy', 62.5, 1.5, 1.5, 'default',
       md5('{"min_ppm": 62.5, "z_min": 1.5, "z_max": 1.5}'::jsonb::text)::uuid, transaction_timestamp()
from region r
where not exists (select from purpose p where p.region = r.region and p.name = 'protect-privacy');
