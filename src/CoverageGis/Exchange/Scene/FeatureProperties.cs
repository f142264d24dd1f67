using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Kernel;

namespace CoverageGis.Exchange.Scene;

/// <summary>
/// The properties of one feature, read by name: collects every fault, and remembers what was asked for, so that the rest
/// can be kept as delivered. A property that is absent or null is unknown, never 0.
/// </summary>
public sealed class FeatureProperties
{
    private const int LongestText = 10_000, LongestCode = 200, MostNumbers = 64;

    /// <summary>From here on a spreadsheet loses digits.</summary>
    private const double LeastRounded = 1e15;

    private readonly Dictionary<string, JsonElement> _given = new(StringComparer.Ordinal);

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal) { "kind" };

    public FeatureProperties(JsonElement properties)
    {
        foreach (var property in properties.EnumerateObject())
        {
            if (!_given.TryAdd(property.Name, property.Value))
                Faults.Add($"{Short(property.Name)} stands there twice");
        }
    }

    public List<string> Faults { get; } = [];

    public List<string> Warnings { get; } = [];

    public bool Has(string name) => _given.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>What nobody asked for; without what no database can hold.</summary>
    public JsonObject? Rest()
    {
        JsonObject? rest = null;
        foreach (var (name, value) in _given.Where(g => !_asked.Contains(g.Key)))
        {
            if (ArchiveValue.CanBeKept(name, value))
                (rest ??= [])[name] = ArchiveValue.Node(value);
            else
                Warnings.Add($"{Short(name)} holds a NUL, half a character or an endless number, and was left out");
        }
        return rest;
    }

    /// <summary>Names that an export adds and an import passes over.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            _asked.Add(name);
    }

    public string? Text(string name, int longest = LongestText)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            return Fault<string?>(name, value, "a text", null);
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (text.Length > longest)
            return Fault<string?>(name, value, Invariant($"a text of at most {longest} characters"), null);
        return text.Contains('\0', StringComparison.Ordinal) ? Fault<string?>(name, value, "a text without NUL characters", null) : text;
    }

    /// <summary>A code: what identifies a thing.</summary>
    public string Code(string name)
    {
        var code = CodeOrNone(name);
        if (code is null)
            Missing(name, "it identifies the thing");
        return code ?? "";
    }

    /// <summary>A code that may be absent: null.</summary>
    public string? CodeOrNone(string name)
    {
        var code = Text(name, LongestCode)?.Trim();
        if (string.IsNullOrEmpty(code))
            return null;
        if (code.Any(char.IsControl))
            Faults.Add($"{name} holds control characters");
        if (IsRounded(code))
            Faults.Add($"{name} {code} was rounded by a spreadsheet; right would be all its digits, as text");
        return code;
    }

    public string? OneOf(string name, params ReadOnlySpan<string> allowed)
    {
        var text = Text(name);
        if (text is null || allowed.Contains(text))
            return text;
        Faults.Add($"{name} \"{Short(text)}\" is not one of {string.Join(", ", allowed)}");
        return null;
    }

    public string RequiredOneOf(string name, params ReadOnlySpan<string> allowed)
    {
        var text = OneOf(name, allowed);
        if (text is null)
            Missing(name, $"right would be one of {string.Join(", ", allowed)}");
        return text ?? "";
    }

    public double? Number(string name, double least, double most)
    {
        if (Find(name) is not { } value)
            return null;
        return TryNumber(value, out var number) && number >= least && number <= most
            ? number : Fault<double?>(name, value, Between("a number", least, most), null);
    }

    public double Required(string name, double least, double most)
    {
        var number = Number(name, least, most);
        if (number is null)
            Missing(name, $"right would be {Between("a number", least, most)}");
        return number ?? least;
    }

    public int? Whole(string name, int least, int most)
    {
        var number = Number(name, least, most);
        if (number is { } n && n != Math.Floor(n))
            Faults.Add(Invariant($"{name} {n} is not a whole number"));
        return (int?)number;
    }

    public bool? Flag(string name) => Find(name) is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Fault<bool?>(name, value, "true or false", null),
    };

    /// <summary>A number, or an interval [min, max].</summary>
    public Interval? Interval(string name, double least, double most)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Array)
            return Number(name, least, most) is { } exact ? Kernel.Interval.Exactly(exact) : null;
        if (value.GetArrayLength() == 2 && TryNumber(value[0], out var from) && TryNumber(value[1], out var to)
            && from <= to && from >= least && to <= most)
            return new Interval(from, to);
        return Fault<Interval?>(name, value, $"[min, max], {Between("each", least, most)}", null);
    }

    public Interval RequiredInterval(string name, double least, double most)
    {
        var value = Interval(name, least, most);
        if (value is null)
            Missing(name, $"right would be {Between("a number or an interval [min, max]", least, most)}");
        return value ?? default;
    }

    public IReadOnlyList<double>? Numbers(string name, double least, double most)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() is > 0 and <= MostNumbers
            && value.EnumerateArray().All(v => TryNumber(v, out var n) && n >= least && n <= most))
            return [.. value.EnumerateArray().Select(v => v.GetDouble())];
        return Fault<IReadOnlyList<double>?>(name, value, $"a list of numbers, {Between("each", least, most)}", null);
    }

    /// <summary>One code or several: 5, "5", "1/5", [1, 5].</summary>
    public IReadOnlyList<string> Codes(string name)
    {
        if (Find(name) is not { } value)
            return [];
        if (value.ValueKind != JsonValueKind.Array)
            return Text(name)?.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (value.GetArrayLength() <= MostNumbers && value.EnumerateArray().All(v => v.ValueKind is JsonValueKind.String or JsonValueKind.Number
            && v.ToString() is { Length: > 0 and <= LongestCode } text && !text.Any(char.IsControl)))
            return [.. value.EnumerateArray().Select(v => v.ToString())];
        return Fault<IReadOnlyList<string>>(name, value, "a list of codes", []);
    }

    public DateOnly? Date(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        if (DateOnly.TryParseExact(text[..Math.Min(10, text.Length)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Faults.Add($"{name} \"{Short(text)}\" is no date; right would be 2026-12-31");
        return null;
    }

    private JsonElement? Find(string name)
    {
        _asked.Add(name);
        return Has(name) ? _given[name] : null;
    }

    private static bool TryNumber(JsonElement value, out double number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out number) && double.IsFinite(number);
    }

    /// <summary>3.2E+19: a spreadsheet has turned 20 digits into a number.</summary>
    private static bool IsRounded(string code) =>
        char.IsAsciiDigit(code[0]) && code.Contains('E', StringComparison.OrdinalIgnoreCase)
        && double.TryParse(code, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= LeastRounded;

    /// <summary>Names what is not there at all; what is there and wrong has been named.</summary>
    private void Missing(string name, string right)
    {
        if (!Has(name) || (_given[name].ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(_given[name].GetString())))
            Faults.Add($"{name} is missing; {right}");
    }

    private T Fault<T>(string name, JsonElement value, string right, T instead)
    {
        Faults.Add($"{name} {Short(value.GetRawText())} is wrong; right would be {right}");
        return instead;
    }

    private static string Between(string what, double least, double most) => Invariant($"{what} from {least} to {most}");

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
