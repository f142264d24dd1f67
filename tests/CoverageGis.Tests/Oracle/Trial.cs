using System.Globalization;
using CoverageGis.Tests.Oracle.Scenes;

namespace CoverageGis.Tests.Oracle;

/// <summary>Which random scenes are tried, and where those that fail are kept.</summary>
internal static class Trial
{
    public static int First => Number("COVERAGE_SEED") ?? 1;

    public static int Scenes(int usually, int thoroughly) => Number("COVERAGE_SCENES")
        ?? (Environment.GetEnvironmentVariable("COVERAGE_LONG") == "1" ? thoroughly : usually);

    public static async Task KeepAsync(SceneDraft draft, IReadOnlyList<string> faults, CancellationToken token)
    {
        if (faults.Count == 0 || Environment.GetEnvironmentVariable("COVERAGE_FINDINGS") is not { } folder)
            return;
        await File.WriteAllTextAsync(Path.Combine(folder, draft.Region + ".geojson"), draft.ToString(), token);
        await File.WriteAllLinesAsync(Path.Combine(folder, draft.Region + ".txt"), faults, token);
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
