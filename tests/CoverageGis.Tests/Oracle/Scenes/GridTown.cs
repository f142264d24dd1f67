using System.Text.Json.Nodes;

namespace CoverageGis.Tests.Oracle.Scenes;

/// <summary>
/// A town on squared paper: houses and sites on whole metres, cameras on half ones, angles of 45°. Everything touches,
/// sight lines pass through corners and run along walls, edges of views, houses and zones fall on each other.
/// </summary>
internal static class GridTown
{
    public static SceneDraft Draw(int seed)
    {
        var dice = new Dice(seed);
        var draft = new SceneDraft($"G{seed}", 118.8, 32.06, null, 4549);
        draft.Purpose("square", 4, 0, dice.Chance(0.5) ? 2 : 1);
        foreach (var category in RandomScene.Categories)
            draft.Policy(category, "square", dice.Chance(0.3) ? new() { ["min_cameras"] = 2, ["required_ratio"] = 1 } : new() { ["required_ratio"] = 1 });
        for (var i = dice.Whole(3, 30); i > 0; i--)
            House(draft, dice);
        for (var i = dice.Whole(1, 4); i > 0; i--)
            draft.Site($"S{i}", dice.OneOf(RandomScene.Categories), Block(dice, 4, 24));
        for (var i = dice.Whole(1, 10); i > 0; i--)
            Camera(draft, dice);
        return draft;
    }

    private static void House(SceneDraft draft, Dice dice)
    {
        if (dice.Chance(0.15))
            draft.Building(Block(dice, 2, 8), dice.Whole(4, 6), 3);
        else if (dice.Chance(0.15))
            draft.Building(RandomBuildings.Courtyard(dice.Whole(5, 12), dice.Whole(5, 12), 1)
                .Moved(dice.Whole(-20, 20), dice.Whole(-20, 20)), dice.Whole(1, 9));
        else
            draft.Building(Block(dice, 1, 8), dice.Whole(1, 9));
    }

    private static Shape Block(Dice dice, int least, int most)
    {
        var (x, y) = (dice.Whole(-20, 16), dice.Whole(-20, 16));
        var (width, depth) = (dice.Whole(least, most), dice.Whole(least, most));
        return dice.Chance(0.2) && width > 2 && depth > 2
            ? Shape.Ell(width, depth, dice.Whole(1, width - 1), dice.Whole(1, depth - 1)).Moved(x, y)
            : Shape.Box(x, y, x + width, y + depth);
    }

    private static void Camera(SceneDraft draft, Dice dice)
    {
        var camera = new JsonObject
        {
            ["azimuth"] = (45 * dice.Whole(0, 7) + SceneDraft.NanjingConvergence + 360) % 360,
            ["hfov"] = dice.OneOf([45, 90, 90, 180, 360]), ["vfov"] = dice.OneOf([180, 90, 60]), ["tilt"] = dice.OneOf([0, 15, 45]),
            ["height"] = dice.OneOf([2.5, 4.5, 6, 12]), ["pixels"] = dice.OneOf([200, 1000]),
        };
        var (x, y) = (dice.Whole(-24, 24), dice.Whole(-24, 24));
        if (dice.Chance(0.3))
        {
            // As far from no two walls.
            camera["mount"] = "wall";
            draft.Camera(x + 0.4, y + 0.3, camera);
        }
        else
            draft.Camera(x + 0.5, y + 0.5, camera);
    }
}
