using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Http;

/// <summary>What changes whenever something that is shown of a region changes; every ETag is made from it.</summary>
/// <param name="Region">Its code.</param>
/// <param name="Srid">EPSG code of its metric plane.</param>
/// <param name="Records">Stamp of what was delivered.</param>
/// <param name="Findings">Stamp of what was delivered and what was found.</param>
internal sealed record RegionState(string Region, int Srid, string Records, string Findings)
{
    /// <summary>Stamp of what was delivered until now, whatever moment is shown.</summary>
    public string Present { get; private init; } = Records;

    /// <summary>The moment that is shown; null is now.</summary>
    public DateTime? At { get; private init; }

    /// <summary>The state as it was at a moment. Its stamps still follow the present: a commit may come after the moment that it names.</summary>
    public RegionState Of(DateTime? at) =>
        at is not { } moment ? this : this with { At = moment, Records = Stamp(Records, moment), Findings = Stamp(Findings, moment) };

    // A new build may draw or word the same records differently.
    private static readonly string Build = typeof(RegionState).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    private static readonly string Sql = Statement.Of(typeof(RegionState), "region-state");

    /// <summary>The state of a region, or null when there is no such region.</summary>
    public static async Task<RegionState?> FindAsync(NpgsqlDataSource source, string region, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? Read(region, reader) : null;
    }

    private static RegionState Read(string region, NpgsqlDataReader row)
    {
        var records = Stamp(Build, region, row[1], row[2]);
        return new RegionState(region, row.GetInt32(0), records, Stamp(records, row[3], row[4]));
    }

    private static string Stamp(params object[] values)
    {
        var text = string.Join('|', values.Select(v => v is DateTime t ? t.Ticks.ToString(CultureInfo.InvariantCulture) : Convert.ToString(v, CultureInfo.InvariantCulture)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }
}
