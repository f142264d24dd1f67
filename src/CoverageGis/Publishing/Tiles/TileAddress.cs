using System.Globalization;

namespace CoverageGis.Publishing.Tiles;

/// <summary>One square of the web map's pyramid: zoom, column from the west, row from the north. Shown at 512 pixels a side.</summary>
internal readonly record struct TileAddress(int Zoom, int Column, int Row)
{
    public const int Deepest = 22;
    private const double EquatorMetres = 40_075_016.685578488;
    private const double ScreenPixels = 512;
    private const double MarkReach = 16; // a mark is drawn up to one sixteenth of a tile beyond its own tile

    /// <summary>Reads the three parts of an address and says what is wrong with each.</summary>
    public static TileAddress? Read(string zoom, string column, string row, IDictionary<string, string[]> faults)
    {
        var z = Part("z", zoom, Deepest, faults);
        var last = (1 << (z ?? Deepest)) - 1;
        var (x, y) = (Part("x", column, last, faults), Part("y", row, last, faults));
        return z is { } level && x is { } east && y is { } south ? new TileAddress(level, east, south) : null;
    }

    private static int? Part(string name, string text, int most, IDictionary<string, string[]> faults)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most) return number;
        faults[name] = [$"is \"{text}\", and must be a whole number from 0 to {most}"];
        return null;
    }

    public double West => (Column / (double)(1 << Zoom) * 360) - 180;
    public double East => ((Column + 1) / (double)(1 << Zoom) * 360) - 180;
    public double North => Latitude(Row);
    public double South => Latitude(Row + 1);

    /// <summary>How many metres on the ground one screen pixel shows in the middle of a region: the same for all of its tiles,
    /// so that neighbours agree on the cells in which they count.</summary>
    public double MetresPerPixel(Extent region) =>
        EquatorMetres * Math.Cos((region.South + region.North) / 2 * Math.PI / 180) / (1 << Zoom) / ScreenPixels;

    /// <summary>Whether a mark that stands in the extent can reach into this tile.</summary>
    public bool Touches(Extent extent)
    {
        var (wide, high) = ((East - West) / MarkReach, (North - South) / MarkReach);
        return West - wide <= extent.East && East + wide >= extent.West && South - high <= extent.North && North + high >= extent.South;
    }

    private double Latitude(double row) => Math.Atan(Math.Sinh(Math.PI * (1 - (2 * row / (1 << Zoom))))) * 180 / Math.PI;
}

/// <summary>Degrees.</summary>
internal sealed record Extent(double West, double South, double East, double North);
