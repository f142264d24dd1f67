namespace CoverageGis.Demo.Endless;

/// <summary>Numbers the cells of an endless grid outwards, ring by ring: a bigger city holds the smaller one in its middle.</summary>
internal static class Spiral
{
    public static (int Column, int Row) Cell(int number)
    {
        if (number == 0) return (0, 0);
        var ring = (int)Math.Ceiling((Math.Sqrt(number + 1.0) - 1) / 2);
        var side = 2 * ring;
        var step = number - ((side - 1) * (side - 1));
        var (leg, along) = (step / side, (step % side) + 1);
        return leg switch
        {
            0 => (ring, along - ring),
            1 => (ring - along, ring),
            2 => (-ring, ring - along),
            _ => (along - ring, -ring),
        };
    }
}
