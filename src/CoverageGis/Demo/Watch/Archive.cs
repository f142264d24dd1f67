using System.Globalization;
using System.Text.Json.Nodes;
using CoverageGis.Demo.Drawing;
using CoverageGis.Demo.Land;
using CoverageGis.Demo.Places;
using CoverageGis.Exchange.Scene;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Watch;

/// <summary>Writes the record of a camera as a one-camera-one-file archive holds it, flaws included.</summary>
internal sealed class Archive(Surroundings surroundings, List<Unit> units)
{
    private const string Centre = "99010100";   // no region has it
    private static readonly string[] Makers = ["望岚光电", "砚川视讯", "拓陌智能"];
    private int _serial;

    public CameraItem Record(Planned planned, Dice dice)
    {
        var eye = Put(planned);
        var serial = ++_serial;
        var item = Exact(planned, eye, serial) with { Attributes = Fields(planned, eye, serial, dice) };
        return Flawed(item, planned.Flaw);
    }

    private static CameraItem Exact(Planned planned, Eye eye, int serial)
    {
        var azimuth = Math.Round(Layout.Pen.TrueAzimuth(eye.At, eye.Azimuth), 1) % 360;
        var code = Code(planned, serial);
        return new CameraItem(code, Text($"{planned.For.Chinese}{serial:0000}号{Word(eye.Optics.Type)}"), Layout.Pen.Write(eye.At))
        {
            Ref = $"camera {code}",
            Class = planned.Class,
            Type = eye.Optics.Type,
            Function = [planned.Function],
            Azimuths = [eye.Optics.IsFisheye ? 0 : azimuth],
            Hfov = Interval.Exactly(eye.Optics.Hfov),
            Vfov = Interval.Exactly(eye.Optics.Vfov),
            Tilt = Interval.Exactly(eye.Tilt),
            Height = Interval.Exactly(Math.Round(eye.Height, 1)),
            Pixels = Interval.Exactly(eye.Optics.Pixels),
            NightRange = eye.Optics.Type is "bullet" or "ptz_bullet" ? Interval.Exactly(40) : null,
            Mount = eye.Mount,
            Indoor = eye.Indoor,
        };
    }

    /// <summary>Where and how it really hangs.</summary>
    private Eye Put(Planned planned)
    {
        var eye = planned.Eye;
        return planned.Flaw switch
        {
            Flaw.InsideHouse when surroundings.House(eye.At, 60) is { } house => eye with { At = house.Footprint.InteriorPoint.Coordinate, Mount = "pole", Height = Math.Min(eye.Height, house.Height.Min - 1) },
            Flaw.AtWall when surroundings.House(eye.At, 60) is { } house => eye with { Azimuth = Bearing.Of(eye.At, house.Footprint.Centroid.Coordinate), Tilt = 20 },
            Flaw.ShortLens => eye with { Optics = Optics.Old with { Hfov = 104, Vfov = 62 } },
            Flaw.TooSteep when !eye.Optics.IsFisheye => eye with { Tilt = 66 },
            Flaw.Displaced => eye with { At = new Coordinate(eye.At.X + 505, eye.At.Y - 196) },
            _ => eye,
        };
    }

    private static CameraItem Flawed(CameraItem item, Flaw flaw) => flaw switch
    {
        Flaw.EightDirections => item with { Azimuths = [Bearing.Eighth(item.Azimuths![0])], AzimuthTolerance = 22.5 },
        Flaw.NoOptics => item with { Hfov = null, Vfov = null, Pixels = null, Tilt = null },
        Flaw.NoAzimuth => item with { Azimuths = null },
        Flaw.NoMounting => item with { Tilt = null, Height = new Interval(3.5, 6) },
        Flaw.Repair => item with { Status = "repair" },
        Flaw.Removed => item with { Status = "removed" },
        Flaw.Vague => item with { PositionTolerance = 5 },
        _ => item,
    };

    private static string Code(Planned planned, int serial) =>
        Text($"{Centre}{planned.Industry}{(planned.Function == "1" ? "121" : "132")}7{serial:000000}");

    private JsonObject Fields(Planned planned, Eye eye, int serial, Dice dice)
    {
        var at = Shapes.Plane.CreatePoint(eye.At);
        var unit = units.Find(u => u.Ground.Covers(at)) ?? units[0];
        var owner = planned.Industry is "00" or "04" ? unit.Name : planned.For;
        var fields = new JsonObject
        {
            ["设备厂商"] = dice.Pick(Makers),
            ["设备型号"] = eye.Optics.Model,
            ["行政区域"] = "990101",
            ["点位俗称"] = planned.For.Chinese,
            ["补光属性"] = eye.Optics.Type is "bullet" or "ptz_bullet" ? "2" : "1",
            ["编码格式"] = dice.Chance(0.7) ? "4" : "2",
            ["分辨率"] = eye.Optics.Pixels >= 3800 ? "7" : eye.Optics.Pixels >= 1900 ? "6" : "5",
            ["安装地址"] = planned.For.Chinese,
            ["摄像机位置类型"] = Text($"{planned.PlaceCode}"),
            ["监视方位"] = Direction(eye),
            ["室内外"] = eye.Indoor ? "2" : "1",
            ["安装方式"] = eye.Mount == "wall" ? "3" : "1",
            ["联网属性"] = dice.Chance(0.9) ? "networked" : "not_networked",
            ["所属辖区公安机关"] = unit.Name.Chinese,
            ["管理单位"] = owner.Chinese,
            ["所属部门/行业"] = planned.Industry is "00" or "04" ? "1" : planned.Class == 2 ? "13" : "17",
            ["安装时间"] = Text($"{2014 + dice.Below(11)}-{1 + dice.Below(12):00}-{1 + dice.Below(28):00}"),
            ["录像保存天数"] = Text($"{dice.Pick([30, 30, 90, 90, 90, 15])}"),
        };
        if (eye.Mount == "pole") fields["立杆编号"] = Text($"LG{serial:00000}");
        if (planned.Class == 1 && dice.Chance(0.93)) fields["管理单位联系方式"] = Text($"000-5550{dice.Below(10000):0000}");
        return fields;
    }

    /// <summary>Code of the form: 1 E, 2 W, 3 S, 4 N, 5 SE, 6 NE, 7 SW, 8 NW, 9 all round.</summary>
    private static string Direction(Eye eye) => eye.Optics.IsFisheye ? "9" : ((int)Bearing.Eighth(eye.Azimuth) / 45) switch
    {
        0 => "4",
        1 => "6",
        2 => "1",
        3 => "5",
        4 => "3",
        5 => "7",
        6 => "2",
        _ => "8",
    };

    private static string Word(string type) => type switch
    {
        "dome_ptz" => "球机",
        "half_dome" => "半球",
        "ptz_bullet" => "云台枪机",
        "checkpoint" => "卡口",
        "fisheye" => "鱼眼",
        _ => "枪机",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
