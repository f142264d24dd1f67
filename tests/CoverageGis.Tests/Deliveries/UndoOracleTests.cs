using System.Text.Json;
using CoverageGis.Commands;
using CoverageGis.Deliveries.Undoing;
using CoverageGis.Edits;
using CoverageGis.Tests.Exchange;
using Npgsql;

namespace CoverageGis.Tests.Deliveries;

/// <summary>Random deliveries of two sources, edits and undos: after each, the region holds what an independent list says.</summary>
public sealed class UndoOracleTests(PostgisFixture postgis)
{
    private static readonly int Times = Environment.GetEnvironmentVariable("COVERAGE_LONG") == "1" ? 20 : 1;

    private static readonly string[] Kinds = ["camera", "site", "protected", "unit", "occluder", "backdrop", "policy"];

    private static readonly string[] Categories = ["mall", "bus_stop", "compound"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 3 * Times)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_region_holds_what_deliveries_edits_and_undos_left(int seed)
    {
        var dice = new Random(seed);
        await using var database = await postgis.FreshDatabaseAsync(Cancel);
        await SceneText.ImportAsync(database, SceneText.Collection(SceneText.RegionFeature(), SceneText.Camera("far", "\"name\":\"0\"")), source: "other");
        await RunAsync(database, "delete from policy");
        var (oracle, numbers) = (new DeliveryOracle(), new List<long>());
        for (var i = 0; i < 45; i++)
        {
            var did = await StepAsync(database, dice, oracle, numbers);
            Assert.True(oracle.Count == numbers.Count, $"seed {seed}, step {i}, {did}: {oracle.Count} deliveries, {numbers.Count} numbers");
            Assert.True(oracle.State == await StateAsync(database), $"seed {seed}, step {i}, {did}: wanted\n{oracle.State}\nfound\n{await StateAsync(database)}");
        }
        Assert.Equal(0L, await database.ValueAsync<long>("select count(*) from record_version where valid_to < valid_from"));
    }

    private static Task<string> StepAsync(NpgsqlDataSource database, Random dice, DeliveryOracle oracle, List<long> numbers) => dice.Next(10) switch
    {
        < 3 => DeliverAsync(database, dice, oracle, numbers),
        < 5 => EditAsync(database, dice, oracle, numbers),
        _ => UndoAsync(database, dice, oracle, numbers),
    };

    private static async Task<string> DeliverAsync(NpgsqlDataSource database, Random dice, DeliveryOracle oracle, List<long> numbers)
    {
        var (source, partial) = (dice.Next(2) == 0 ? "one" : "two", dice.Next(3) == 0);
        var records = Drawn(dice, dice.Next(2, 9)).DistinctBy(r => r.Key).ToDictionary(r => r.Key, r => r.Says);
        var report = await SceneText.ImportAsync(database, SceneText.Collection(records.Select(r => Feature(r.Key, r.Value))), "T1", source, partial);
        Assert.Empty(report.Problems);
        if (oracle.Deliver(source, records, partial))
            numbers.Add(report.Delivery ?? -1);
        else
            Assert.Null(report.Delivery);
        return $"delivery of {source}, partial {partial}: {string.Join(", ", records)}";
    }

    private static async Task<string> EditAsync(NpgsqlDataSource database, Random dice, DeliveryOracle oracle, List<long> numbers)
    {
        var records = Drawn(dice, dice.Next(1, 3)).DistinctBy(r => r.Key).ToDictionary(r => r.Key, r => (string?)r.Says);
        using var body = JsonDocument.Parse($$"""{"reason":"test","features":[{{string.Join(',', records.Select(r => Feature(r.Key, r.Value!)))}}]}""");
        var report = await RecordEdit.ApplyAsync(database, "T1", EditBody.Read(body.RootElement)!.Order("tester"), Cancel);
        var changed = oracle.Edit(records);
        if (changed)
            numbers.Add(report.Delivery ?? -1);
        return $"edit {string.Join(", ", records)}";
    }

    private static async Task<string> UndoAsync(NpgsqlDataSource database, Random dice, DeliveryOracle oracle, List<long> numbers)
    {
        if (numbers.Count == 0)
            return "nothing to undo";
        // The latest most often, as people do.
        var asked = dice.Next(3) == 0 ? dice.Next(numbers.Count) : numbers.Count - 1 - dice.Next(Math.Min(3, numbers.Count));
        var keep = dice.Next(3) == 0;
        var (wanted, before) = (oracle.Undo(asked, keep), oracle.Count);
        try
        {
            var done = await UndoRun.RunAsync(database, new UndoOrder("T1", numbers[asked], keep, DryRun: false, "tester"), Cancel);
            numbers.Add(done.Report.Delivery!.Value);
            Assert.Equal(wanted ?? ["refused"], done.Kept.Select(k => $"{k.Kind} {k.Code}").Order(StringComparer.Ordinal));
        }
        catch (ChangedSince refused)
        {
            Assert.Equal(wanted ?? [], refused.Later.Select(k => $"{k.Kind} {k.Code.Replace('\n', '/')}").Order(StringComparer.Ordinal));
        }
        catch (BadInput refused)
        {
            Assert.True(wanted is null, refused.Message);
        }
        Assert.Equal(before, oracle.Count);
        return $"undo of {asked}, keep {keep}";
    }

    private static IEnumerable<(string Key, string Says)> Drawn(Random dice, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var kind = Kinds[dice.Next(Kinds.Length)];
            yield return ($"{kind} {(kind == "policy" ? Categories[dice.Next(3)] : kind == "backdrop" ? $"road/k{dice.Next(3)}" : $"k{dice.Next(3)}")}", $"{dice.Next(1, 4)}");
        }
    }

    private static string Feature(string record, string says)
    {
        var (kind, code) = (record.Split(' ')[0], record.Split(' ')[1]);
        return kind switch
        {
            "camera" => SceneText.Camera(code, $"\"name\":\"{says}\""),
            "site" => SceneText.Site(code, $"\"category\":\"mall\",\"name\":\"{says}\""),
            "occluder" => SceneText.Occluder($"\"height\":5,\"code\":\"{code}\",\"name\":\"{says}\""),
            "policy" => SceneText.Feature("null", $$"""{"kind":"policy","category":"{{code}}","purpose":"observe-person","required_ratio":0.{{says}}}"""),
            "backdrop" => SceneText.Feature(SceneText.Square(118.8), $$"""{"kind":"backdrop","layer":"road","code":"{{code[5..]}}","name":"{{says}}"}"""),
            _ => SceneText.Feature(SceneText.Square(118.8), $$"""{"kind":"{{kind}}","code":"{{code}}","name":"{{says}}"}"""),
        };
    }

    private static async Task<string> StateAsync(NpgsqlDataSource database) => await database.ValueAsync<string>("""
        select coalesce(string_agg(line, chr(10) order by line collate "C"), '') from (
          select concat_ws(' ', v.kind, replace(v.key, chr(10), '/'), coalesce(f.fields->>'name', right(f.fields->>'required_ratio', 1)), v.source) as line
          from record_version v join record_fields f using (region, kind, id)
          where v.valid_to = 'infinity' and v.kind <> 'purpose' and v.key <> 'far') live
        """);

    private static async Task RunAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
