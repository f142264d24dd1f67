using CoverageGis.Exchange.Archive.Values;
using CoverageGis.Exchange.Scene;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Archive;

/// <summary>Makes a camera of an archive record; of one without a place a record that waits for it.</summary>
/// <param name="around">Of the region, longitude and latitude; null = not known.</param>
internal sealed class ArchiveCamera(ArchiveForm form, ArchiveMapping mapping, ArchiveRemarks remarks, Func<string, string?> unitOf, bool inDegrees, Envelope? around)
{
    private const string Kind = "camera", Networked = "联网属性";

    private static readonly string[] Dates = ["安装时间"], Days = ["录像保存天数"];

    private readonly ArchiveSight _sight = new(form, remarks, unitOf);

    /// <returns>null when the record cannot be taken: the report then names it with all its faults.</returns>
    public SceneItem? Take(ArchiveRecord record, ImportReport report)
    {
        if (Of(record) is { } item)
            return item;
        var reason = string.Join("; ", record.Faults);
        if (record[ArchiveLayout.Code] is { Length: > 0 } code)
            report.Skip(Kind, new CameraItem(code, "", Point.Empty) { Ref = record.Ref }, reason);
        else
            report.Skip(Kind, record.Ref, reason);
        return null;
    }

    private SceneItem? Of(ArchiveRecord record)
    {
        var code = DeviceCode.Read(record, remarks);
        var codes = Attributes(record);
        var place = ArchivePlace.Read(record, inDegrees, around, remarks);
        if (code is null || record.Faults.Count > 0)
            return null;
        var camera = Camera(record, code, codes, place);
        return place is not null ? camera : new UnplacedCameraItem(code, camera.Name, camera.Class, record.Has(ArchivePlace.Longitude)
            ? "its coordinates are 0, 0, which is no place: kept among the cameras without a place"
            : "names no longitude and latitude: kept among the cameras without a place") { Ref = record.Ref, Attributes = record.Attributes };
    }

    private CameraItem Camera(ArchiveRecord record, string code, Dictionary<string, IReadOnlyList<string>> codes, ArchivePlace? place)
    {
        var types = All(codes, "摄像机类型").Select(c => form.Type(c) ?? "other").Distinct().ToList();
        var camera = new CameraItem(code, record["设备名称"], place?.ToPoint() ?? Point.Empty)
        {
            Ref = record.Ref,
            Class = All(codes, "监控点位类型") is [var one] ? int.Parse(one, System.Globalization.CultureInfo.InvariantCulture) : null,
            Type = types is [var type] ? type : "other",
            Function = All(codes, "摄像机功能类型"),
            PositionTolerance = place?.Tolerance ?? 0,
            Status = Status(record, codes),
            Mount = All(codes, "安装方式") is [var mount] ? form.Mount(mount) ?? "pole" : "pole",
            Indoor = All(codes, "室内外") is ["2"],
            Attributes = record.Attributes,
        };
        camera = _sight.Of(record, camera, codes.GetValueOrDefault("监视方位"), codes.GetValueOrDefault("分辨率"));
        return types.Count > 1 ? OfAnyType(camera, types) : camera;
    }

    private static IReadOnlyList<string> All(Dictionary<string, IReadOnlyList<string>> codes, string field) => codes.GetValueOrDefault(field) ?? [];

    /// <summary>A status that is not understood proves nothing: the camera is taken as not working.</summary>
    private string Status(ArchiveRecord record, Dictionary<string, IReadOnlyList<string>> codes)
    {
        if (!record.Has("设备状态"))
            return "in_use";
        return All(codes, "设备状态") is [var code] ? form.Status(code) ?? "repair" : "repair";
    }

    /// <summary>1/5: one of several kinds, which are taken to have different things where the record is silent.</summary>
    private CameraItem OfAnyType(CameraItem camera, List<string> types) => camera with
    {
        Hfov = camera.Hfov ?? form.Default(types, "hfov"),
        Vfov = camera.Vfov ?? form.Default(types, "vfov"),
        Tilt = camera.Tilt ?? form.Default(types, "tilt"),
        Height = camera.Height ?? form.Default(types, "height"),
        Pixels = camera.Pixels ?? form.Default(types, "pixels"),
    };

    /// <summary>Fills what is kept of the record, in the form's own codes where they are understood.</summary>
    private Dictionary<string, IReadOnlyList<string>> Attributes(ArchiveRecord record)
    {
        Dictionary<string, IReadOnlyList<string>> codes = new(StringComparer.Ordinal);
        foreach (var (key, value, isField) in record.Kept)
        {
            if (key is not ArchiveLayout.Code && Secret.Is(value))
                remarks.Say($"{key} holds what looks like an address of a device or a way into it, which was dropped", record.Ref);
            else if (!isField || form.Codes(key) is null)
                record.Attributes[key] = isField ? Plain(record, key, value) : value;
            else
                record.Attributes[key] = Coded(record, key, value, codes);
        }
        return codes;
    }

    private string Coded(ArchiveRecord record, string field, string value, Dictionary<string, IReadOnlyList<string>> codes)
    {
        if (field == Networked && !mapping.Codes.ContainsKey(Networked))
        {
            remarks.CountNetworked(value);
            return value;
        }
        if (form.Codes(field)!.All(value, mapping.Codes.GetValueOrDefault(field)) is { } known)
        {
            codes[field] = known;
            return string.Join('/', known);
        }
        if (field != "分辨率" || (Measure.Both(value) is null && form.PixelsByWord(value) is null))
            remarks.Say($"{field} \"{Secret.Shown(value)}\" is no code or word that is known, and was kept as delivered{(field == "设备状态" ? "; the camera counts as not working" : "")}. "
                + $"Say with --map under codes, {field}, which it is of {string.Join(", ", form.Codes(field)!.Codes)}", record.Ref);
        return value;
    }

    private string Plain(ArchiveRecord record, string field, string value)
    {
        var read = Dates.Contains(field) ? Day.Parse(value) : Days.Contains(field) ? Measure.Days(value) : value;
        if (read is null)
            remarks.Say($"{field} \"{Secret.Shown(value)}\" is not understood and was kept as delivered; right would be {(Dates.Contains(field) ? "2024-03-05" : "a number of days")}", record.Ref);
        return read ?? value;
    }
}
