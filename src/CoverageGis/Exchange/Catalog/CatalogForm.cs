using System.Text.Json;
using CoverageGis.Exchange.Archive;

namespace CoverageGis.Exchange.Catalog;

/// <summary>What the elements of a catalog mean in the archive (data/archive-catalog.json).</summary>
internal sealed class CatalogForm
{
    private static readonly Lazy<CatalogForm> Loaded = new(() => new CatalogForm());

    private readonly Dictionary<string, string> _fields;
    private readonly HashSet<string> _dropped, _cameraTypes, _ptzTypes;

    private CatalogForm()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "archive-catalog.json")));
        _fields = document.RootElement.GetProperty("fields").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
        HashSet<string> Set(string name) => new(document.RootElement.GetProperty(name).EnumerateArray().Select(v => v.GetString()!), StringComparer.OrdinalIgnoreCase);
        (_dropped, _cameraTypes, _ptzTypes) = (Set("dropped"), Set("camera_types"), Set("ptz_types"));
    }

    public static CatalogForm Shipped => Loaded.Value;

    public string? FieldOf(string element, ArchiveMapping mapping) =>
        mapping.Columns.TryGetValue(element, out var mapped) ? mapped : _fields.GetValueOrDefault(element);

    public bool IsDropped(string element) => _dropped.Contains(element) || (!_fields.ContainsKey(element) && ArchiveForm.Shipped.IsDropped(element));

    /// <summary>Later kinds of the 2022 edition are others than those of the archive under the same number.</summary>
    public bool IsPtzType(string value) => _ptzTypes.Contains(value.TrimStart('0'));

    /// <returns>What kind of entry it is when it is no camera; null = a camera.</returns>
    public string? OtherThanCamera(IReadOnlyDictionary<string, string> entry)
    {
        var id = entry.GetValueOrDefault("DeviceID", "");
        if (id.Length == 20 && id.All(char.IsAsciiDigit))
            return _cameraTypes.Contains(id.Substring(10, 3)) ? null : $"type {id.Substring(10, 3)}";
        if (id.Length <= 8 && id.All(char.IsAsciiDigit) && id.Length > 0)
            return "administrative regions";
        return entry.ContainsKey("PTZType") || entry.ContainsKey("Longitude") || id.Length == 0 ? null : "directories";
    }
}
