using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CoverageGis.Archive.Rules;

/// <summary>The rules that ship with the program (data/archive-rules.json), read once.</summary>
public sealed class ArchiveRules
{
    private static readonly Lazy<ArchiveRules> Read = new(
        () => new ArchiveRules(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "archive-rules.json"))));

    private readonly Dictionary<string, ArchiveRule> _byCode;

    internal ArchiveRules(string text)
    {
        var file = JsonNode.Parse(text)!;
        var rules = file["rules"]!.AsArray();
        All = [.. rules.Select(r => ArchiveRule.Of(r!))];
        _byCode = All.ToDictionary(r => r.Code);
        Fields = file["fields"]!.AsObject().ToDictionary(f => f.Key, f => BothWords.Of(f.Value));
        Text = rules.ToJsonString();
        Parameters = new JsonObject(rules.Select(r => KeyValuePair.Create((string)r!["code"]!, (JsonNode?)r.DeepClone()))).ToJsonString();
        Stamp = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    public static ArchiveRules Shipped => Read.Value;

    public IReadOnlyList<ArchiveRule> All { get; }

    /// <summary>What fields are called in a sentence.</summary>
    public IReadOnlyDictionary<string, BothWords> Fields { get; }

    /// <summary>The rules as a JSON array, for the statements that check by them.</summary>
    public string Text { get; }

    /// <summary>The same as an object by code.</summary>
    public string Parameters { get; }

    /// <summary>Another text of the rules, another stamp: everything is to be checked anew.</summary>
    public string Stamp { get; }

    public ArchiveRule? Find(string code) => _byCode.GetValueOrDefault(code);
}
