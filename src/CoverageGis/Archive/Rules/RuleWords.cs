using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoverageGis.Archive.Rules;

/// <summary>Rules and findings as the API tells them: in both languages, for whoever reads.</summary>
internal static class RuleWords
{
    /// <summary>Chinese stays readable.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly string All = new JsonObject
    {
        ["rules"] = new JsonArray([.. ArchiveRules.Shipped.All.Select(r => (JsonNode)new JsonObject
        {
            ["code"] = r.Code, ["severity"] = r.SeverityName, ["on"] = r.On, ["completeness"] = r.Completeness,
            ["title"] = Both(r.Title), ["words"] = Both(r.Words), ["right"] = Both(r.Right),
        })]),
    }.ToJsonString(Readable);

    /// <summary>Puts the sentence of a finding beside its rule and its detail.</summary>
    public static void Add(JsonObject finding)
    {
        finding["severity"] = ((Severity)(int)finding["severity"]!).ToString().ToLowerInvariant();
        if (ArchiveRules.Shipped.Find((string)finding["rule"]!) is not { } rule)
            return;
        finding["title"] = Both(rule.Title);
        finding["words"] = Both(Explanation.Of(rule.Words, finding["detail"], ArchiveRules.Shipped));
        finding["right"] = Both(Explanation.Of(rule.Right, finding["detail"], ArchiveRules.Shipped));
    }

    private static JsonObject Both(BothWords words) => new() { ["en"] = words.En, ["zh"] = words.Zh };
}
