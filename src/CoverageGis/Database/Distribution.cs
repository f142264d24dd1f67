namespace CoverageGis.Database;

/// <summary>How the tables lie on a Citus cluster, and the statements that lay them so: data, that a test can read.</summary>
public static class Distribution
{
    /// <param name="Doing">What it brings about, for whoever watches.</param>
    /// <param name="Table">The table that the step distributes: passed over when that is done; null = done each time.</param>
    public sealed record Step(string Doing, string Statement, string? Table = null);

    /// <summary>A full copy on every node: small, the same for all regions, joined with everything.</summary>
    public static readonly IReadOnlyList<string> Reference = ["region", "camera_default"];

    /// <summary>Each row on the node of its region, the rows of one region of all these tables on the same node.</summary>
    public static readonly IReadOnlyList<string> ByRegion =
    [
        "camera", "site", "zone", "occluder", "excluded_area", "unit", "purpose", "policy", "policy_version", "backdrop", "delivery",
        "unplaced_camera", "archive_profile", "takeover", "missing_camera",
        "camera_sight", "view", "past_view", "watched_area", "past_watched_area", "coverage", "gap", "overreach", "analysis",
        "change", "stale_camera", "stale_site", "stale_zone", "stale_cause",
        "watched_area_draft", "coverage_draft", "unseen_draft", "gap_draft",
        "archive_change", "archive_state", "stale_record", "archive_record", "archive_finding", "archive_finding_draft",
        "archive_acceptance", "archive_day",
    ];

    /// <summary>Of one node, and needed nowhere else: which migrations ran; what PostGIS brings to every node by itself.</summary>
    public static readonly IReadOnlyList<string> Local = ["schemaversions", "spatial_ref_sys"];

    /// <summary>
    /// Tables with a foreign key to region. It is taken away and put back: region as a reference table would draw them in as
    /// "local tables of Citus", which with an identity column can no longer be distributed (citus issue 7888).
    /// </summary>
    public static readonly IReadOnlyList<string> NamesRegion =
    [
        "camera", "site", "zone", "occluder", "excluded_area", "unit", "purpose", "policy", "policy_version", "backdrop", "delivery",
        "unplaced_camera", "archive_profile", "analysis",
    ];

    /// <summary>Functions that statements call; workers have to know them. After the tables, whose row types they take.</summary>
    public static readonly IReadOnlyList<string> Functions =
    [
        "as_recorded(double precision, double precision)", "holds(timestamptz, timestamptz, timestamptz)",
        "seen_by_at_least(geometry[], integer)", "seen_by_at_least(geometry[], integer, double precision)",
        "inscribed_width(geometry)", "shape_in_words(geometry)",
        "ground_without_on(geometry, geometry[], double precision)", "ground_without(geometry, geometry[])",
        "ground_within(geometry, geometry)", "survives_erosion(geometry, double precision)",
        "ground_not_seen_on(geometry, geometry[], bigint[], text[], text[], integer, double precision)",
        "ground_not_seen(geometry, geometry[], bigint[], text[], text[], integer)", "recorded_camera(camera)",
        "site_finding_at(text, timestamptz)", "required_zone_at(text, timestamptz)",
        "changed_ground(text, timestamptz, timestamptz)", "view_at(text, timestamptz)", "watched_area_at(text, timestamptz)", "valid_ground(geometry)",
        "archive_date(text)", "archive_days(text)", "archive_flag(text)", "archive_field(jsonb, text[])",
        "turn_between(double precision, double precision)",
        "same_directions(double precision[], double precision[], double precision)", "archive_holds(text, jsonb)",
    ];

    /// <summary>
    /// Functions in SQL over distributed tables: Citus refuses their parameters ("consider using PL/pgSQL functions instead"),
    /// so that each gets the same body as the one query of a function in PL/pgSQL.
    /// </summary>
    public static readonly IReadOnlyList<string> Procedural =
        [.. Functions.Where(f => Name(f).EndsWith("_at", StringComparison.Ordinal) || Name(f) == "changed_ground")];

    /// <summary>In this order, each in a transaction of its own; done again, every step finds its work done.</summary>
    public static IReadOnlyList<Step> Steps =>
    [
        .. NamesRegion.Select(t => new Step($"{t}: foreign key aside", $"alter table {t} drop constraint if exists {t}_region_fkey", t)),
        .. Reference.Select(t => new Step($"{t}: on every node", $"select create_reference_table('{t}')", t)),
        .. ByRegion.Select(t => new Step($"{t}: by region",
            $"select create_distributed_table('{t}', 'region', colocate_with => '{(t == ByRegion[0] ? "none" : ByRegion[0])}')", t)),
        .. NamesRegion.Select(t => new Step($"{t}: foreign key",
            $"alter table {t} drop constraint if exists {t}_region_fkey, "
            + $"add constraint {t}_region_fkey foreign key (region) references region (region)")),
        .. Procedural.Select(f => new Step($"{Name(f)}: in PL/pgSQL", InPlpgsql(f))),
        .. Functions.Select(f => new Step($"{Name(f)}: on every node", $"select create_distributed_function('{f}')")),
    ];

    private static string Name(string function) => function[..function.IndexOf('(', StringComparison.Ordinal)];

    private static string InPlpgsql(string function) =>
        "do $do$ begin execute (select replace(replace(replace(pg_get_functiondef(p.oid), ' LANGUAGE sql', ' LANGUAGE plpgsql'), "
        + @"E'\n$function$\n', E';\nend $function$\n'), 'AS $function$', E'AS $function$\n#variable_conflict use_column\nbegin return query') "
        + $"from pg_proc p join pg_language l on l.oid = p.prolang and l.lanname = 'sql' where p.oid = '{function}'::regprocedure "
        + "union all select 'select 1' limit 1); end $do$";
}
