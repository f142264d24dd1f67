using System.Globalization;
using CoverageGis.Benchmarks.Peer;
using CoverageGis.Database;

namespace CoverageGis.Benchmarks.Cities;

/// <summary>Both sides, measured in turn on one city.</summary>
/// <param name="Ours">A round each.</param>
/// <param name="Theirs">A round each.</param>
/// <param name="UnseenOfOurs">m2.</param>
/// <param name="UnseenOfTheirs">m2.</param>
public sealed record CityRun(
    int Cameras, IReadOnlyList<OurTimes> Ours, IReadOnlyList<PeerTimes> Theirs, double UnseenOfOurs, double UnseenOfTheirs)
{
    public double Views => Middle((ours, theirs) => theirs.PerView / ours.PerView);

    public double Gaps => Middle((ours, theirs) => theirs.Gaps / ours.Gaps);

    public double All => Middle((ours, theirs) => theirs.All / ours.All);

    /// <summary>What all would be on a machine where every core is ours: the work of theirs, on one, against the work of ours, on all.</summary>
    public double AllWhenIdle => Middle((ours, theirs) => theirs.Cores / ours.Cores * Environment.ProcessorCount);

    /// <summary>Difference of the unseen areas, as a share of ours.</summary>
    public double Disagreement => Math.Abs(UnseenOfTheirs - UnseenOfOurs) / UnseenOfOurs;

    public TimeSpan OurTime => Ours.Select(o => o.All).Order().ElementAt(Ours.Count / 2);

    public static async Task<CityRun> MeasureAsync(BenchCity city, int cameras, int rounds, CancellationToken token)
    {
        List<OurTimes> ours = [];
        List<PeerTimes> theirs = [];
        var (peer, cores) = (new PeerPipeline(city.Source), await CoreTime.OfAsync(city.Source, token));
        for (var round = 1; round <= rounds; round++)
        {
            await ForgetAsync(city, token);
            ours.Add(await OurTimes.MeasureAsync(city.Source, cores, token));
            await peer.PrepareAsync(token);
            theirs.Add(await peer.RunAsync(cores, token));
            Say(round, ours[^1], theirs[^1]);
        }
        return new CityRun(cameras, ours, theirs, ours[^1].Summary.UnseenM2, await peer.UnseenAsync(token));
    }

    private static async Task ForgetAsync(BenchCity city, CancellationToken token)
    {
        await using var connection = await city.Source.OpenConnectionAsync(token);
        await connection.RunAsync(Statement.Of(typeof(CityRun), "forget-results"), token);
        await connection.RunAsync("checkpoint", token);
    }

    private static void Say(int round, OurTimes ours, PeerTimes theirs)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"round {round}: ours {ours.All.TotalSeconds:0.00} s, {ours.Cores:0.00} core-seconds, {ours.Own:0.00} of them the program's ({string.Join(", ", ours.Stages.Select(Text))}); {ours.Summary.Views} views, {ours.Summary.Gaps} gaps; their causes then {ours.Causes.TotalSeconds:0.00} s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"         SQL pipeline {theirs.All.TotalSeconds:0.00} s, {theirs.Cores:0.00} core-seconds ({string.Join(", ", theirs.Steps.Select(Text))}); {theirs.Count} views"));
    }

    private static string Text((string Name, TimeSpan Time) step) =>
        string.Create(CultureInfo.InvariantCulture, $"{step.Name} {step.Time.TotalSeconds:0.00}");

    private double Middle(Func<OurTimes, PeerTimes, double> ratio) =>
        Ours.Zip(Theirs, ratio).Order().ElementAt(Ours.Count / 2);
}
