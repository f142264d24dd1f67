using CoverageGis.Exchange.Archive.Values;
using CoverageGis.Exchange.Scene;
using CoverageGis.Kernel;

namespace CoverageGis.Exchange.Archive;

/// <summary>How a camera looks, as far as its record tells: what is silent or unclear stays unknown, and proves nothing.</summary>
internal sealed class ArchiveSight(ArchiveForm form, ArchiveRemarks remarks, Func<string, string?> unitOf)
{
    public CameraItem Of(ArchiveRecord record, CameraItem camera, IReadOnlyList<string>? directions, IReadOnlyList<string>? resolution)
    {
        var (across, up) = Fields(record);
        return Aimed(record, camera, directions) with
        {
            Hfov = across ?? ByFocalLength(record),
            Vfov = up ?? Angle(record, "垂直视场角", 0.1, 180),
            Tilt = Angle(record, "俯角", 0, 90),
            Height = Length(record, "高度", 0.1, 1000),
            Pixels = Pixels(record, resolution),
            Range = Length(record, "最大可视距离", 0.1, 100_000),
            NightRange = Length(record, "红外距离", 0.1, 100_000),
        };
    }

    private CameraItem Aimed(ArchiveRecord record, CameraItem camera, IReadOnlyList<string>? directions)
    {
        if (Angle(record, "方位角", -360, 720) is { } azimuth)
            return camera with { Azimuths = [((azimuth.Mid % 360) + 360) % 360], AzimuthTolerance = Math.Min(180, (azimuth.Max - azimuth.Min) / 2) };
        if (directions is { Count: > 1 })
            remarks.Say("监视方位 names several directions; which one the camera looks at is not known, so it proves nothing", record.Ref);
        return directions is [var code] && form.Azimuth(code) is { } eighth
            ? camera with { Azimuths = [eighth], AzimuthTolerance = form.AzimuthTolerance } : camera;
    }

    private (Interval? Across, Interval? Up) Fields(ArchiveRecord record)
    {
        var text = record["视场角"];
        if (Measure.Both(text) is not var (across, up))
            return (Angle(record, "视场角", 0.1, 360), null);
        if (across is >= 0.1 and <= 360 && up is >= 0.1 and <= 180)
            return (Interval.Exactly(across), Interval.Exactly(up));
        Unclear(record, "视场角", "60 or 60×34, degrees");
        return (null, null);
    }

    /// <summary>A real lens bends less than it would on a dome and more than in a pinhole: its angle lies between the two.</summary>
    private Interval? ByFocalLength(ArchiveRecord record)
    {
        if (!record.Has("焦距"))
            return null;
        if (Measure.Focal(record["焦距"]) is not { Min: > 0.5, Max: < 1000 } focal)
        {
            Unclear(record, "焦距", "4 or 2.8-12, mm");
            return null;
        }
        if (!record.Has("传感器尺寸"))
            return null;
        if (form.SensorWidth(record["传感器尺寸"]) is not { } width)
        {
            Unclear(record, "传感器尺寸", "such as 1/2.8, inches");
            return null;
        }
        var least = 2 * Math.Atan(width.Min / (2 * focal.Max)) * 180 / Math.PI;
        var most = width.Max / focal.Min * 180 / Math.PI;
        return new Interval(Math.Round(least, 1), Math.Round(Math.Min(most, 180), 1));
    }

    private Interval? Pixels(ArchiveRecord record, IReadOnlyList<string>? codes)
    {
        var text = record["分辨率"];
        if (text.Length == 0)
            return null;
        if (Measure.Both(text) is var (one, other))
            return Interval.Exactly(Math.Max(one, other));
        if (form.PixelsByWord(text) is { } named)
            return named;
        return codes?.Select(form.Pixels).OfType<Interval>().ToList() is { Count: > 0 } all
            ? new Interval(all.Min(p => p.Min), all.Max(p => p.Max)) : null;
    }

    private Interval? Length(ArchiveRecord record, string field, double least, double most)
    {
        if (!record.Has(field))
            return null;
        if (Measure.Length(record[field], unitOf(field) ?? "") is { } length && length.Min >= least && length.Max <= most)
            return length;
        Unclear(record, field, FormattableString.Invariant($"metres from {least} to {most}, such as 6 or 4-6"));
        return null;
    }

    private Interval? Angle(ArchiveRecord record, string field, double least, double most)
    {
        if (!record.Has(field))
            return null;
        if (Measure.Angle(record[field]) is { } angle && angle.Min >= least && angle.Max <= most)
            return angle;
        Unclear(record, field, FormattableString.Invariant($"degrees from {least} to {most}, such as 60 or 50-60"));
        return null;
    }

    private void Unclear(ArchiveRecord record, string field, string right) =>
        remarks.Say($"{field} \"{Secret.Shown(record[field])}\" is not understood and was taken as unknown; right would be {right}", record.Ref);
}
