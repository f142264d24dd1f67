using System.Text.Json.Nodes;

namespace CoverageGis.Tests.Oracle.Scenes;

/// <summary>Cameras of every lens, mount, height and state.</summary>
internal static class RandomCamera
{
    private static readonly string[] Optics = ["hfov", "vfov", "tilt", "height", "pixels"];

    public static void Draw(SceneDraft draft, Dice dice, bool estimated)
    {
        var camera = Record(dice);
        if (dice.Chance(0.3))
            camera["mount"] = "wall";
        if (dice.Chance(0.12))
            camera["status"] = dice.OneOf(["repair", "removed"]);
        if (estimated)
            Blur(camera, dice);
        if (dice.Chance(0.25))
            draft.Camera(dice.Between(-85, 85), dice.Between(-85, 85), camera);
        else
            Towards(draft, dice, camera);
    }

    /// <summary>Near a site, mostly looking at it.</summary>
    private static void Towards(SceneDraft draft, Dice dice, JsonObject camera)
    {
        var heart = dice.OneOf(draft.Hearts);
        var (bearing, away) = (dice.Between(0, 360), dice.Between(0, 40));
        var (sin, cos) = Math.SinCos(bearing * Math.PI / 180);
        if (camera["azimuth"] is not null && dice.Chance(0.8))
            camera["azimuth"] = (bearing + 180 + dice.Between(-40, 40)) % 360;
        draft.Camera(heart.X + away * sin, heart.Y + away * cos, camera);
    }

    public static void Indoors(SceneDraft draft, Dice dice, double x, double y)
    {
        var camera = Record(dice);
        camera["indoor"] = true;
        camera["height"] = dice.Between(2.2, 4);
        draft.Camera(x, y, camera);
    }

    private static JsonObject Record(Dice dice)
    {
        var camera = new JsonObject
        {
            ["type"] = dice.OneOf(["dome_ptz", "half_dome", "bullet", "bullet", "ptz_bullet", "other"]),
            ["azimuth"] = dice.Chance(0.2) ? 45.0 * dice.Whole(0, 7) : dice.Between(0, 360),
            ["height"] = dice.OneOf([1, 2.5, 3, 4.5, 6, 8, 12, 30]) + (dice.Chance(0.5) ? dice.Between(-0.2, 0.2) : 0),
            ["pixels"] = dice.OneOf([704, 1280, 1920, 2560, 3840]),
        };
        if (dice.Chance(0.4))
            camera["range"] = dice.Between(4, 120);
        if (dice.Chance(0.15))
            camera["type"] = "checkpoint";
        if (dice.Chance(0.3))
            camera["function"] = dice.OneOf(["5", "4", "2/5", "5/6"]);
        Lens(camera, dice);
        return camera;
    }

    private static void Lens(JsonObject camera, Dice dice)
    {
        switch (dice.Whole(0, 9))
        {
            case 0:
                (camera["type"], camera["azimuth"]) = ("fisheye", null);
                (camera["hfov"], camera["vfov"], camera["tilt"]) = (180, 180, 90);
                break;
            case 1:
                (camera["hfov"], camera["vfov"], camera["tilt"]) = (dice.Between(150, 359), dice.Between(40, 120), dice.Between(0, 45));
                break;
            case 2:
                (camera["hfov"], camera["vfov"], camera["tilt"]) = (360, 180, 0);
                if (dice.Chance(0.5))
                    camera["azimuth"] = null;
                break;
            case 3 or 4:
                (camera["hfov"], camera["vfov"], camera["tilt"]) = (dice.Between(10, 149), 180, dice.Between(0, 45));
                break;
            default:
                (camera["hfov"], camera["vfov"]) = (dice.Between(8, 130), dice.Between(6, 90));
                camera["tilt"] = dice.Chance(0.1) ? dice.OneOf([-5, 0, 60, 89, 90]) : dice.Between(0, 50);
                break;
        }
    }

    /// <summary>A record as archives have them: a value missing, an interval, a direction of eight, or none.</summary>
    private static void Blur(JsonObject camera, Dice dice)
    {
        switch (dice.Whole(0, 3))
        {
            case 0:
                camera["azimuth_tolerance"] = 22.5;
                break;
            case 1:
                camera["azimuth"] = null;
                break;
            case 2:
                camera["pixels"] = new JsonArray(1280, 1920);
                break;
            default:
                foreach (var name in Optics.Where(_ => dice.Chance(0.6)).Append("pixels"))
                    camera.Remove(name);
                break;
        }
    }
}
