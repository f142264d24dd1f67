using System.Text.Json;
using Npgsql;

namespace CoverageGis.Database;

/// <summary>Brings data/camera-defaults.json into the table that fills silent records.</summary>
public static class CameraDefaults
{
    private static readonly string[] Values = ["hfov", "vfov", "tilt", "height", "pixels"];

    public static async Task LoadAsync(NpgsqlDataSource source, CancellationToken token)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "data", "camera-defaults.json");
        await using var file = File.OpenRead(path);
        var types = await JsonSerializer.DeserializeAsync<SortedDictionary<string, Dictionary<string, double[]>>>(
            file, cancellationToken: token) ?? [];
        await using var connection = await source.OpenConnectionAsync(token);
        await connection.RunAsync(Statement.Of(typeof(CameraDefaults), "camera-defaults"), token,
            [types.Keys.ToArray(), .. Values.SelectMany(v => new[] { Column(types, v, 0), Column(types, v, 1) })]);
    }

    private static double[] Column(SortedDictionary<string, Dictionary<string, double[]>> types, string value, int end) =>
        [.. types.Values.Select(t => t[value][end])];
}
