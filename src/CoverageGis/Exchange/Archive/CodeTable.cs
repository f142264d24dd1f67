using System.Text.Json;
using System.Text.RegularExpressions;
using CoverageGis.Exchange.Archive.Values;

namespace CoverageGis.Exchange.Archive;

/// <summary>The codes of one field, and the words for them.</summary>
public sealed partial class CodeTable
{
    private static readonly char[] Between = ['/', '、', ';', '；', ',', '，', '|'];

    private readonly Dictionary<string, string> _byWord = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Codes { get; private init; } = [];

    public static CodeTable Of(JsonElement table)
    {
        var codes = new CodeTable { Codes = [.. table.EnumerateObject().Select(c => c.Name)] };
        foreach (var code in table.EnumerateObject())
        {
            foreach (var word in code.Value.EnumerateArray().Select(w => w.GetString()!).Prepend(code.Name))
                codes._byWord.TryAdd(Word.OfValue(word), code.Name);
        }
        return codes;
    }

    /// <summary>5, 05, 5.0, 卡口, 5-卡口, 卡口(5); null = unknown.</summary>
    public string? Find(string value)
    {
        var word = Word.OfValue(value);
        if (_byWord.TryGetValue(word, out var code))
            return code;
        if (Padded().Match(word) is { Success: true } padded && _byWord.TryGetValue(padded.Groups["n"].Value, out code))
            return code;
        return Named().Match(Word.Narrow(value).Trim()) is { Success: true } named && Codes.Contains(named.Groups["n"].Value)
            && _byWord.TryGetValue(Word.OfValue(named.Groups["w"].Value), out code) && code == named.Groups["n"].Value ? code : null;
    }

    /// <summary>All of a cell's values as codes; null when one of them is unknown.</summary>
    /// <param name="own">What this source means by its values, before the words of the table.</param>
    public IReadOnlyList<string>? All(string cell, IReadOnlyDictionary<string, string>? own)
    {
        if (One(cell, own) is { } code)
            return [code];
        List<string> codes = [];
        foreach (var part in cell.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (One(part, own) is not { } one)
                return null;
            if (!codes.Contains(one))
                codes.Add(one);
        }
        return codes.Count > 0 ? codes : null;
    }

    private string? One(string value, IReadOnlyDictionary<string, string>? own) =>
        own is not null && own.TryGetValue(value, out var ours) ? Find(ours) : Find(value);

    [GeneratedRegex(@"^0*(?<n>\d{1,2})(?:\.0+)?$")]
    private static partial Regex Padded();

    [GeneratedRegex(@"^(?<n>\d{1,2})\s*[-:.(]\s*(?<w>[^()]+?)\)?$|^(?<w>[^()]+?)\s*\(\s*(?<n>\d{1,2})\s*\)$")]
    private static partial Regex Named();
}
