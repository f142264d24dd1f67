using CoverageGis.Coverage.Causes;

namespace CoverageGis.Tests.Coverage.Causes;

public sealed class VerdictTests
{
    /// <summary>Points as "cause action camera occluder", with how many of each.</summary>
    public static TheoryData<string, string, string> Cases() => new()
    {
        { "4 Blocked Install C1 b1", "blocked 1 C1 b1", "install" },
        { "3 Blocked Raise C1 b1; 1 None Install", "blocked 0.75 C1 b1, none 0.25", "raise" },
        { "1 Blocked Raise C1 b1; 3 None Install", "none 0.75, blocked 0.25 C1 b1", "install" },
        { "2 TooFar Install C1; 2 Unproven Survey C2", "unproven 0.5 C2, too_far 0.5 C1", "survey" },
        { "1 Blocked Install C1 b1; 2 Blocked Clear C2 h2; 1 Blocked Clear C2 b1", "blocked 1 C2 h2", "clear" },
        { "1 None Install; 1 None ReAim C3", "none 1 C3", "re-aim" },
        { "1 None Install; 1 TooFar Install C1; 1 TooSteep ReAim C1; 1 Blocked Clear C1 b; 1 Broken Repair C2; 1 Unproven Survey C3; 1 Dark Light C4",
          "dark 0.14 C4, unproven 0.14 C3, broken 0.14 C2, blocked 0.14 C1 b, too_steep 0.14 C1, too_far 0.14 C1, none 0.14", "light" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_most_frequent_cause_comes_first_and_brings_its_work(string points, string causes, string action)
    {
        var verdict = Verdict.Of([.. points.Split("; ").SelectMany(Read)]);
        Assert.Equal(causes, string.Join(", ", verdict.Causes.Select(Text)));
        Assert.Equal((action, verdict.Causes[0].Cause), (verdict.Action, verdict.Cause));
        Assert.Equal(1, verdict.Causes.Sum(c => c.Share), 9);
    }

    [Fact]
    public void The_stored_form_leaves_out_what_is_not_known() => Assert.Equal(
        """[{"cause":"blocked","share":0.5,"occluder":"b1","camera":"C1"},{"cause":"none","share":0.5}]""",
        Verdict.Of([new(Cause.None, WorkKind.Install), new(Cause.Blocked, WorkKind.Clear, "C1", "b1")]).Json);

    private static IEnumerable<PointOutcome> Read(string text)
    {
        var words = text.Split(' ');
        var point = new PointOutcome(Enum.Parse<Cause>(words[1]), Enum.Parse<WorkKind>(words[2]), words.ElementAtOrDefault(3), words.ElementAtOrDefault(4));
        return Enumerable.Repeat(point, int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Text(CauseShare share) =>
        FormattableString.Invariant($"{share.Cause} {share.Share:0.##} {share.Camera} {share.Occluder}").TrimEnd();
}
