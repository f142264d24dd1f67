using CoverageGis.Database;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Views;

/// <summary>What stands and what is watched within a box in the plane of the first realm, on both sides of its borders.</summary>
public sealed class Vicinity(NpgsqlConnection connection, IReadOnlyList<Realm> realms)
{
    /// <summary>For each realm that the box meets, where views are needed, by purpose.</summary>
    public async Task<IReadOnlyList<(Realm Realm, ILookup<string, Envelope> Places)>> NeedsAsync(Envelope box, CancellationToken token)
    {
        var needs = new List<(Realm, ILookup<string, Envelope>)>();
        foreach (var realm in Met(box))
            needs.Add((realm, await NeedsAsync(realm, box, token)));
        return needs;
    }

    public async Task<IReadOnlyList<RecordedOccluder>> OccludersAsync(Envelope box, CancellationToken token)
    {
        var found = new List<RecordedOccluder>();
        foreach (var realm in Met(box))
        {
            await using var command = In(box, realm, "occluders-in-reach");
            await using var row = await command.ExecuteReaderAsync(token);
            while (row.Read())
                found.Add(new RecordedOccluder(row.GetInt64(0), row.GetFieldValue<Geometry>(1),
                    new Interval(row.GetDouble(2), row.GetDouble(3)), row.GetDouble(4), row.GetBoolean(5)));
        }
        return found;
    }

    private IEnumerable<Realm> Met(Envelope box) => box.IsNull ? [] : realms.Where(r => r.IsReachedBy(box));

    private async Task<ILookup<string, Envelope>> NeedsAsync(Realm realm, Envelope box, CancellationToken token)
    {
        var places = new List<(string Purpose, Envelope Place)>();
        await using var command = In(box, realm, "needs-in-reach", Realm.Privacy);
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            places.Add((row.GetString(0), new Envelope(row.GetDouble(1), row.GetDouble(3), row.GetDouble(2), row.GetDouble(4))));
        return places.ToLookup(p => p.Purpose, p => p.Place);
    }

    private NpgsqlCommand In(Envelope box, Realm realm, string statement, params object?[] more) => connection.With(
        Statement.Of(typeof(Vicinity), statement),
        [realm.Region, box.MinX, box.MinY, box.MaxX, box.MaxY, realms[0].Srid, realm.Srid, .. more]);
}
