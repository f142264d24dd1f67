-- A recorded value in the exchange form: a number, an interval [min, max], or null when the record is silent.
create function as_recorded(low double precision, high double precision) returns jsonb
language sql immutable parallel safe as $$
  select case when low is null then null when low = high then to_jsonb(low) else jsonb_build_array(low, high) end
$$;
