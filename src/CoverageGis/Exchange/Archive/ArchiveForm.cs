using System.Text.Json;
using CoverageGis.Exchange.Archive.Values;
using CoverageGis.Kernel;

namespace CoverageGis.Exchange.Archive;

/// <summary>The one-camera-one-file form: its fields, the headers that mean them, and its code tables (data/archive-*.json).</summary>
public sealed class ArchiveForm
{
    private static readonly Lazy<ArchiveForm> Loaded = new(() => new ArchiveForm(Read("archive-columns.json"), Read("archive-codes.json"), Read("camera-defaults.json")));

    private readonly Dictionary<string, string> _byHeader = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dropped;
    private readonly string[] _droppedParts;
    private readonly Dictionary<string, CodeTable> _tables;
    private readonly JsonElement _codes;
    private readonly JsonElement _defaults;
    private readonly Dictionary<string, Interval> _pixelsByWord;

    private ArchiveForm(JsonElement columns, JsonElement codes, JsonElement defaults)
    {
        (_codes, _defaults) = (codes, defaults);
        var fields = columns.GetProperty("fields");
        Fields = [.. fields.EnumerateObject().Select(f => f.Name)];
        foreach (var field in fields.EnumerateObject())
        {
            foreach (var header in field.Value.EnumerateArray().Select(h => h.GetString()!).Prepend(field.Name))
                _byHeader.TryAdd(Word.OfHeader(header), field.Name);
        }
        _dropped = [.. columns.GetProperty("dropped").EnumerateArray().Select(h => Word.OfHeader(h.GetString()!))];
        _droppedParts = [.. columns.GetProperty("dropped_parts").EnumerateArray().Select(h => Word.OfHeader(h.GetString()!))];
        _tables = codes.GetProperty("tables").EnumerateObject().ToDictionary(t => t.Name, t => CodeTable.Of(t.Value));
        _pixelsByWord = codes.GetProperty("pixels_by_word").EnumerateObject().ToDictionary(w => Word.OfValue(w.Name), w => Pair(w.Value));
        AzimuthTolerance = codes.GetProperty("azimuth_tolerance").GetDouble();
    }

    public static ArchiveForm Shipped => Loaded.Value;

    /// <summary>In the order of the form.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Of a direction that is one of eight, degrees.</summary>
    public double AzimuthTolerance { get; }

    public string? FieldOf(string header) => _byHeader.GetValueOrDefault(Word.OfHeader(header));

    /// <summary>Addresses of devices, users and passwords: a column that is never kept.</summary>
    public bool IsDropped(string header) => Word.OfHeader(header) is var word && !_byHeader.ContainsKey(word)
        && (_dropped.Contains(word) || _droppedParts.Any(p => word.Contains(p, StringComparison.Ordinal)));

    public CodeTable? Codes(string field) => _tables.GetValueOrDefault(field);

    public string? Type(string code) => Text("type", code);

    public string? Status(string code) => Text("status", code);

    public string? Mount(string code) => Text("mount", code);

    public double? Azimuth(string code) => Find("azimuth", code)?.GetDouble();

    public Interval? Pixels(string code) => Find("pixels", code) is { } pair ? Pair(pair) : null;

    /// <summary>1080P, 400万像素, 4MP.</summary>
    public Interval? PixelsByWord(string word) =>
        _pixelsByWord.TryGetValue(Word.OfValue(word).Replace("像素", "", StringComparison.Ordinal), out var pixels) ? pixels : null;

    /// <summary>Of a sensor named by its size in inches, mm.</summary>
    public Interval? SensorWidth(string size) => Find("sensor_width_mm", new string([.. Word.Narrow(size).Where(c => char.IsAsciiDigit(c) || c is '/' or '.')])) is { } pair ? Pair(pair) : null;

    /// <summary>What a camera that may be any of several types is taken to have.</summary>
    public Interval Default(IEnumerable<string> types, string value) =>
        types.Select(t => Pair(_defaults.GetProperty(t).GetProperty(value))).Aggregate((a, b) => new Interval(Math.Min(a.Min, b.Min), Math.Max(a.Max, b.Max)));

    private string? Text(string table, string code) => Find(table, code)?.GetString();

    private JsonElement? Find(string table, string code) => _codes.GetProperty(table).TryGetProperty(code, out var value) ? value : null;

    private static Interval Pair(JsonElement pair) => new(pair[0].GetDouble(), pair[1].GetDouble());

    private static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", file)));
        return document.RootElement.Clone();
    }
}
