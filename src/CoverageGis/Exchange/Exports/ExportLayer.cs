using System.Runtime.CompilerServices;
using System.Text.Json;
using CoverageGis.Archive.Rules;
using CoverageGis.Database;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Exchange.Exports;

/// <summary>One exported thing: what its record says, and what was computed of it.</summary>
/// <param name="Shape">WGS 84 longitude/latitude; null for a region without a boundary.</param>
public sealed record ExportRow(string Code, Geometry? Shape, JsonElement Recorded, JsonElement Computed);

/// <summary>What can be exported: each layer is the statement of its name beside this type.</summary>
/// <param name="Columns">Of the layer as a table; a nested property as outer.inner.</param>
/// <param name="ComesBack">Its features are records, and may be imported again.</param>
public sealed record ExportLayer(string Name, bool ComesBack, IReadOnlyList<string> Columns)
{
    /// <summary>Its rows have a place.</summary>
    public bool HasShapes { get; private init; } = true;

    /// <summary>What a zone asks for, or a policy for it.</summary>
    private static readonly string[] Demands =
        ["purpose", "required_ratio", "min_cameras", "certainty", "min_retention_days", "counts_capture", "hours", "lit"];

    /// <summary>Adds to a row what the database cannot say.</summary>
    private Func<ExportRow, ExportRow> Completed { get; init; } = row => row;

    private static readonly string[] Found =
        ["area_m2", "seen_m2", "unproven_m2", "unseen_m2", "ratio", "ratio_nominal", "ratio_possible", "ratio_night", "compliant", "gaps"];

    public static readonly ExportLayer[] All =
    [
        new("sites", true, ["code", "name", "category", "in_scope", .. Found]),
        new("zones", true, ["site", "code", "name", "category", "default", "indoor", .. Demands, .. Demands.Select(d => "applied." + d), "cameras", .. Found]),
        new("gaps", false, ["code", "site", "zone", "area_m2", "width_m", "certainty", "cause", "causes", "action", "origin", "since"]),
        new("overreach", false, ["camera", "camera_region", "area", "name", "reason", "certainty", "area_m2", "since"]),
        new("views", false, ["camera", "purpose", "certainty", "area_m2", "working"]),
        new("cameras", true, ["code", "name", "class", "type", "function", "azimuth", "azimuths", "azimuth_tolerance",
            "position_tolerance", "hfov", "vfov", "tilt", "height", "pixels", "range", "night_range", "status", "mount",
            "indoor", "estimated", "blind"]),
        new("occluders", true, ["code", "name", "use", "height", "base"]),
        new("units", true, ["code", "name"]),
        new("protected", true, ["kind", "code", "name", "reason", "until"]),
        new("backdrop", true, ["layer", "code", "class", "name"]),
        new("purposes", true, ["name", "min_ppm", "z_min", "z_max", "max_tilt"]) { HasShapes = false },
        new("policies", true, ["category", "purpose", .. Demands.Except(["purpose"]), "ring_width"]) { HasShapes = false },
        new("findings", false, ["camera", "name", "class", "unit", "severity", "rule", "title_en", "title_zh", "words_en", "words_zh", "right_en", "right_zh",
            "since", "accepted"]) { Completed = FindingRow.InWords },
    ];

    /// <summary>Streams the layer as it was at a moment, null = now; what is exported to be imported again begins with its region.</summary>
    public async IAsyncEnumerable<ExportRow> ReadAsync(
        NpgsqlDataSource database, string region, DateTime? at, bool withRegion, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var statement in withRegion ? (string[])["region", Name] : [Name])
        {
            object?[] which = statement != "region" ? [region, at] : [region];
            await foreach (var row in ReadAsync(database, Statement.Of(typeof(ExportLayer), statement), token, which))
                yield return Completed(row);
        }
    }

    /// <summary>Streams the rows of a statement that gives code, shape, what is recorded and what is computed.</summary>
    internal static async IAsyncEnumerable<ExportRow> ReadAsync(
        NpgsqlDataSource database, string statement, [EnumeratorCancellation] CancellationToken token, params object?[] values)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var command = connection.With(statement, values);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            yield return new ExportRow(row.GetString(0),
                await row.IsDBNullAsync(1, token) ? null : row.GetFieldValue<Geometry>(1),
                row.GetFieldValue<JsonElement>(2), row.GetFieldValue<JsonElement>(3));
    }
}
