using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CoverageGis.Archive.Rules;

/// <summary>The sentence of a finding: a rule's words with the values of one record.</summary>
public static partial class Explanation
{
    private const string Unnamed = "–";

    public static BothWords Of(BothWords words, JsonNode? detail, ArchiveRules rules) =>
        new(Fill(words.En, detail, name => rules.Fields[name].En, ", "), Fill(words.Zh, detail, name => rules.Fields[name].Zh, "、"));

    private static string Fill(string words, JsonNode? detail, Func<string, string> field, string comma) =>
        Place().Replace(words, place => place.Groups[1].Value is var name && name == "missing"
            ? string.Join(comma, detail!["missing"]!.AsArray().Select(m => field((string)m!)))
            : Text(detail?[name], comma));

    private static string Text(JsonNode? value, string comma) => value switch
    {
        null => Unnamed,
        JsonArray several => string.Join(comma, several.Select(v => Text(v, comma))),
        JsonValue one when one.TryGetValue<double>(out var number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture),
        _ => value.ToString() is { Length: > 0 } text ? text : Unnamed,
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}
