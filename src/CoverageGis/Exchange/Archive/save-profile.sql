-- From now on source $2 of region $1 means by its columns and codes what mapping $3 (JSON) says; saved by $4.
-- Index: primary key of archive_profile.
insert into archive_profile as p (region, source, mapping, saved_by)
values ($1::text, $2::text, $3::jsonb, $4::text)
on conflict (region, source) do update set mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = now()
where p.mapping <> excluded.mapping;
