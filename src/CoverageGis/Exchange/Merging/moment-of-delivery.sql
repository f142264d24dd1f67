-- At which moment do the records of a delivery to region $1 begin, and those that it ends end? No two have the same, even
-- when the clock stands still or is put back. Asked when the region is held: who waited begins after the other ended.
-- Index: delivery_merged.
select greatest(clock_timestamp(), max(d.merged_at) + interval '1 microsecond') from delivery d where d.region = $1::text;
