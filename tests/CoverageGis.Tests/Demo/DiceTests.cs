using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Endless;

namespace CoverageGis.Tests.Demo;

public sealed class DiceTests
{
    /// <summary>The first outputs of SplitMix64 from state 1234567, as published with the algorithm.</summary>
    [Fact]
    public void Numbers_are_those_of_SplitMix64()
    {
        var dice = new Dice(1234567);
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [dice.Next(), dice.Next(), dice.Next()]);
    }

    [Fact]
    public void A_spiral_visits_every_cell_once_ring_by_ring()
    {
        var cells = Enumerable.Range(0, 49).Select(Spiral.Cell).ToList();
        Assert.Equal(49, cells.Distinct().Count());
        Assert.All(cells, c => Assert.InRange(Math.Max(Math.Abs(c.Column), Math.Abs(c.Row)), 0, 3));
        Assert.All(cells.Take(9), c => Assert.InRange(Math.Max(Math.Abs(c.Column), Math.Abs(c.Row)), 0, 1));
    }
}
