namespace CoverageGis.Tests.Oracle.Truth;

/// <summary>An upright rectangle of the plane, m.</summary>
internal readonly record struct Box(double MinX, double MinY, double MaxX, double MaxY)
{
    public static Box Around(double x, double y, double reach) => new(x - reach, y - reach, x + reach, y + reach);

    public static Box Between(double ax, double ay, double bx, double by) =>
        new(Math.Min(ax, bx), Math.Min(ay, by), Math.Max(ax, bx), Math.Max(ay, by));

    public bool Meets(in Box other) =>
        MinX <= other.MaxX && other.MinX <= MaxX && MinY <= other.MaxY && other.MinY <= MaxY;

    public Box With(double x, double y) =>
        new(Math.Min(MinX, x), Math.Min(MinY, y), Math.Max(MaxX, x), Math.Max(MaxY, y));

    public Box Wider(double by) => new(MinX - by, MinY - by, MaxX + by, MaxY + by);

    public bool Holds(double x, double y) => x >= MinX && x <= MaxX && y >= MinY && y <= MaxY;
}
