using System.Globalization;

namespace CoverageGis.Exchange.Osm;

/// <summary>One direction, or a span clockwise from <paramref name="From"/> to <paramref name="To"/>; degrees from true north.</summary>
public readonly record struct Direction(double From, double To)
{
    public double Width => (((To - From) % 360) + 360) % 360;

    public double Middle => (From + (Width / 2)) % 360;
}

/// <summary>Directions as mappers write them: "90", "NNE", "45-135", "0;180".</summary>
public static class Directions
{
    private static readonly string[] Points =
        ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"];

    /// <returns>null when any part is no direction.</returns>
    public static IReadOnlyList<Direction>? Read(string text)
    {
        var all = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One).ToList();
        return all.Count == 0 || all.Contains(null) ? null : [.. all.Select(d => d!.Value)];
    }

    private static Direction? One(string text)
    {
        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length == 2 && Degrees(ends[0]) is { } from && Degrees(ends[1]) is { } to)
            return new Direction(from, to);
        return Degrees(text) is { } single ? new Direction(single, single) : null;
    }

    private static double? Degrees(string text)
    {
        var point = Array.IndexOf(Points, text.ToUpperInvariant());
        if (point >= 0)
            return point * 22.5;
        return double.TryParse(text.TrimEnd('°'), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && degrees is >= -360 and <= 360
            ? ((degrees % 360) + 360) % 360 : null;
    }
}
