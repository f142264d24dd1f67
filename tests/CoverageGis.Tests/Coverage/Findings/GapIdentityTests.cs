using System.Globalization;
using CoverageGis.Coverage.Findings;

namespace CoverageGis.Tests.Coverage.Findings;

/// <summary>
/// Which gap a drafted gap is. An overlap is written DRAFT NUMBER SHARED AREA, with "closed" when the known gap was closed
/// before; an answer is DRAFT=NUMBER, or DRAFT new, with the number it broke off from.
/// </summary>
public sealed class GapIdentityTests
{
    [Theory]
    [InlineData("nothing was there", "", "")]
    [InlineData("it shrank", "1 7 40 100", "1=7")]
    [InlineData("a corner of it is enough", "1 7 1 100", "1=7")]
    [InlineData("it broke into two: the larger part keeps the number", "1 7 30 100; 2 7 60 100", "1 new from 7, 2=7")]
    [InlineData("it broke into three", "1 7 30 100; 2 7 40 100; 3 7 30 100", "1 new from 7, 2=7, 3 new from 7")]
    [InlineData("two grew together: the one with most of it goes on", "1 7 30 30; 1 8 60 60", "1=8")]
    [InlineData("two grew together, whatever their order", "1 8 60 60; 1 7 30 30", "1=8")]
    [InlineData("parts of two changed places", "1 7 60 100; 1 8 10 50; 2 7 40 100; 2 8 35 50", "1=7, 2=8")]
    [InlineData("who lost the larger overlap takes the next one", "1 7 60 100; 2 7 50 100; 2 8 20 50", "1=7, 2=8")]
    [InlineData("equal parts: the first draft keeps it", "2 7 50 100; 1 7 50 100", "1=7, 2 new from 7")]
    [InlineData("equal overlaps: the lower number goes on", "1 8 50 50; 1 7 50 50", "1=7")]
    [InlineData("half of a closed one opens it again", "1 7 50 100 closed", "1=7")]
    [InlineData("less than half of a closed one does not", "1 7 49.9 100 closed", "1 new")]
    [InlineData("a live one comes before a closed one", "1 7 10 100; 1 8 90 90 closed", "1=7")]
    [InlineData("a part of a live one may open a closed one", "1 7 60 100; 2 7 40 100; 2 8 40 50 closed", "1=7, 2=8")]
    [InlineData("two parts of a closed one: one opens it, the other is no part of a live gap", "1 7 60 100 closed; 2 7 55 100 closed", "1=7, 2 new")]
    [InlineData("the better of two closed ones", "1 7 30 40 closed; 1 8 50 60 closed", "1=8")]
    [InlineData("what only touches shares nothing", "1 7 0 100", "1 new")]
    public void A_gap_keeps_its_number_while_it_overlaps_what_it_was(string why, string overlaps, string names)
    {
        var all = overlaps.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Overlap).ToList();
        Assert.True(names == Told(all), $"{why}: {Told(all)}");
        all.Reverse();
        Assert.True(names == Told(all), $"{why}, read the other way round: {Told(all)}");
    }

    [Fact]
    public void No_number_is_given_twice_and_the_order_of_reading_changes_nothing()
    {
        var dice = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var overlaps = Enumerable.Range(0, dice.Next(1, 30)).Select(_ => new GapOverlap(dice.Next(8), dice.Next(8), true, dice.Next(5), 5))
                .DistinctBy(o => (o.Draft, o.Number)).Select(o => o with { Live = o.Number % 3 > 0 }).ToArray();
            var names = GapIdentity.Match(overlaps);
            Assert.Equal(names.Count(n => n.Number is not null), names.Select(n => n.Number).OfType<long>().Distinct().Count());
            Assert.All(names, n => Assert.False(n.Number is not null && n.Origin is not null));
            dice.Shuffle(overlaps);
            Assert.Equal(names.OrderBy(n => n.Draft), GapIdentity.Match(overlaps).OrderBy(n => n.Draft));
        }
    }

    private static string Told(IReadOnlyCollection<GapOverlap> overlaps) => string.Join(", ", GapIdentity.Match(overlaps).OrderBy(n => n.Draft)
        .Select(n => n.Number is { } number ? $"{n.Draft}={number}" : n.Origin is { } origin ? $"{n.Draft} new from {origin}" : $"{n.Draft} new"));

    private static GapOverlap Overlap(string text)
    {
        var words = text.Split(' ');
        double Number(int i) => double.Parse(words[i], CultureInfo.InvariantCulture);
        return new GapOverlap((long)Number(0), (long)Number(1), words.Length == 4, Number(2), Number(3));
    }
}
