using System.Globalization;
using System.Text.Json;
using CoverageGis.Commands;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Datums;

/// <summary>
/// A city's own grid, tied to a plane of EPSG by four parameters (Helmert in the plane):
/// east = dx + scale·(x·cos r − y·sin r), north = dy + scale·(x·sin r + y·cos r), x east and y north in the file.
/// </summary>
/// <param name="Onto">The plane.</param>
/// <param name="East">dx, m.</param>
/// <param name="North">dy, m.</param>
/// <param name="Rotation">r, degrees, counter-clockwise from the grid to the plane.</param>
/// <param name="Scale">About 1.</param>
public sealed record LocalGrid(Datum Onto, double East, double North, double Rotation, double Scale)
{
    private const string Right = "{\"onto\": \"EPSG:4549\", \"dx\": 389000.12, \"dy\": 3548000.34, \"rotation\": 0.0123, \"scale\": 1.00001}, in a file or as grid:onto=EPSG:4549,dx=…,dy=…,rotation=…,scale=…";

    private const int LargestFile = 100_000;

    /// <param name="text">A file, or the parameters themselves: onto=EPSG:4549,dx=1,dy=2,rotation=0,scale=1.</param>
    /// <exception cref="BadInput">With every fault.</exception>
    public static LocalGrid Read(string text)
    {
        var given = IsInline(text) ? Inline(text) : OfFile(text);
        List<string> faults = [];
        var known = new[] { "onto", "dx", "dy", "rotation", "scale" };
        faults.AddRange(given.Keys.Where(k => !known.Contains(k)).Select(k => $"{k} is none of {string.Join(", ", known)}"));
        var (east, north) = (Number(given, "dx", null, faults), Number(given, "dy", null, faults));
        var (rotation, scale) = (Number(given, "rotation", 0, faults), Number(given, "scale", 1, faults));
        if (scale is <= 0.9 or >= 1.1)
            faults.Add(FormattableString.Invariant($"scale {scale} is no scale of a grid; right would be close to 1"));
        var onto = given.TryGetValue("onto", out var plane) && Datum.IsOne(plane) && !plane.StartsWith("grid", StringComparison.OrdinalIgnoreCase) ? Datum.Parse(plane) : null;
        if (onto?.Definition is null)
            faults.Add("onto must be the plane that the grid is tied to, such as EPSG:4549");
        return faults.Count == 0 ? new LocalGrid(onto!, east, north, rotation, scale)
            : throw new BadInput($"The grid {text}: {string.Join("; ", faults)}. Right would be {Right}.");
    }

    /// <summary>The parameters themselves and not a file that holds them.</summary>
    public static bool IsInline(string text) => text.Contains("onto=", StringComparison.Ordinal);

    public Datum AsDatum() => new($"grid onto {Onto.Name}", string.Create(CultureInfo.InvariantCulture,
        $"4 parameters dx {East}, dy {North}, rotation {Rotation}°, scale {Scale} onto {Onto.Name}, then PROJ to EPSG:4326"))
    {
        InDegrees = false, Formula = OntoPlane, Definition = Onto.Definition,
    };

    public Coordinate OntoPlane(Coordinate place)
    {
        var (sin, cos) = Math.SinCos(Rotation * Math.PI / 180);
        return new Coordinate(East + Scale * (place.X * cos - place.Y * sin), North + Scale * (place.X * sin + place.Y * cos));
    }

    private static double Number(Dictionary<string, string> given, string name, double? otherwise, List<string> faults)
    {
        if (!given.TryGetValue(name, out var text))
        {
            if (otherwise is null)
                faults.Add($"{name} is missing");
            return otherwise ?? 0;
        }
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        faults.Add($"{name} \"{text}\" is no number");
        return otherwise ?? 0;
    }

    private static Dictionary<string, string> Inline(string text)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            given[pair.Split('=')[0].Trim()] = pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
        return given;
    }

    private static Dictionary<string, string> OfFile(string file)
    {
        try
        {
            if (new FileInfo(file) is not { Exists: true, Length: <= LargestFile })
                throw new BadInput($"There is no file {file} with the parameters of a grid. Right would be {Right}.");
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                return json.RootElement.EnumerateObject().DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Value.ToString());
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new BadInput($"{file} cannot be read: {failure.Message} Right would be {Right}.", failure);
        }
        throw new BadInput($"{file} holds no JSON object. Right would be {Right}.");
    }
}
