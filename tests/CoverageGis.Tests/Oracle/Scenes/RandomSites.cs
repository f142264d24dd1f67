using System.Text.Json.Nodes;

namespace CoverageGis.Tests.Oracle.Scenes;

/// <summary>What must be watched in a random town: sites and zones of odd shape, some of it protected or exempt.</summary>
internal static class RandomSites
{
    public static void Draw(SceneDraft draft, Dice dice)
    {
        var count = dice.Whole(1, 5);
        for (var i = 0; i < count; i++)
            One(draft, dice, $"S{i + 1}", dice.Between(-70, 70), dice.Between(-70, 70));
        if (dice.Chance(0.3))
            Touching(draft, dice);
        for (var i = dice.Whole(0, 3); i > 0; i--)
            NotWatched(draft, dice);
    }

    /// <summary>A hall with inner walls, watched by cameras of its own; the street outside sees nothing of it.</summary>
    public static void Indoors(SceneDraft draft, Dice dice)
    {
        var (x, y) = (dice.Between(130, 160), dice.Between(-60, 60));
        var hall = (dice.Chance(0.5) ? Shape.Ell(40, 30, 18, 12) : RandomBuildings.Courtyard(40, 30, 9)).Moved(x, y);
        draft.Building(hall, dice.Between(5, 20));
        draft.LineWall(0.2, dice.Between(1, 4), (x + 6, y + 2), (x + 6, y + 7.5));
        draft.Site("HALL", "mall", hall);
        draft.Zone("HALL", "in", Shape.Box(x + 0.5, y + 0.5, x + 36, y + 8.5),
            new() { ["indoor"] = true, ["purpose"] = "detect-person", ["required_ratio"] = 0.8 });
        for (var i = dice.Whole(1, 4); i > 0; i--)
            RandomCamera.Indoors(draft, dice, dice.Between(x + 1, x + 35), dice.Between(y + 1, y + 8));
    }

    private static void One(SceneDraft draft, Dice dice, string code, double x, double y)
    {
        draft.Hearts.Add((x, y));
        var category = dice.OneOf(RandomScene.Categories);
        var more = dice.Chance(0.1) ? new JsonObject { ["in_scope"] = dice.Chance(0.5) } : null;
        if (dice.Chance(0.15))
        {
            draft.RoundSite(code, category, x, y, dice.Between(5, 40));
            return;
        }
        var ground = Ground(dice).Turned(dice.Between(0, 360)).Moved(x, y);
        draft.Site(code, category, ground, more);
        if (dice.Chance(0.2))
            draft.Building(ground, RandomBuildings.Height(dice));
        if (dice.Chance(0.4))
            Zones(draft, dice, code, x, y, ground);
    }

    private static void Zones(SceneDraft draft, Dice dice, string code, double x, double y, Shape ground)
    {
        for (var i = dice.Whole(1, 3); i > 0; i--)
        {
            var asks = new JsonObject { ["purpose"] = dice.OneOf(RandomScene.Purposes), ["required_ratio"] = dice.OneOf([0.3, 0.8, 1]) };
            if (dice.Chance(0.4))
                asks["min_cameras"] = dice.Whole(1, 3);
            if (dice.Chance(0.4))
                asks["counts_capture"] = dice.Chance(0.5);
            var shape = dice.Chance(0.4) ? ground : Ground(dice).Turned(dice.Between(0, 360)).Moved(x + dice.Between(-20, 20), y);
            draft.Zone(code, $"z{i}", shape, asks);
        }
    }

    private static Shape Ground(Dice dice) => dice.Whole(0, 8) switch
    {
        0 => Shape.Box(-25, -20, 25, 20).Hole((-10, -8), (-10, 9), (12, 9), (12, -8)),
        1 => Shape.Box(-30, -10, -4, 12).And(Shape.Box(2, -14, 24, 9)).And(Shape.Box(27, 0, 33, 3)),
        2 => Shape.Box(-40, -dice.Between(0.2, 0.5), 40, 0),
        3 => Shape.Ell(dice.Between(20, 70), dice.Between(20, 60), 8, 10),
        4 => Shape.Star(dice.Random, dice.Between(8, 60), dice.Whole(5, 30), dice.Between(0.2, 0.9)),
        5 => Shape.Box(-180, -150, 180, 150),
        6 => Shape.Box(0, 0, dice.Between(2, 8), dice.Between(2, 8)).Moved(dice.Between(200, 400), 0),
        _ => Shape.Box(0, 0, dice.Between(5, 60), dice.Between(5, 60)),
    };

    private static void Touching(SceneDraft draft, Dice dice)
    {
        var (x, y, width) = (dice.Between(-50, 0), dice.Between(-50, 50), dice.Between(8, 25));
        draft.Site("T1", "bus_stop", Shape.Box(x, y, x + width, y + 20));
        draft.Site("T2", "fuel_station", Shape.Box(x + width, y + 3, x + 2 * width, y + 17));
        draft.Site("T3", "coach_station", Shape.Box(x, y - 9, x + 2 * width, y));
    }

    private static void NotWatched(SceneDraft draft, Dice dice)
    {
        var shape = Ground(dice).Turned(dice.Between(0, 360)).Moved(dice.Between(-70, 70), dice.Between(-70, 70));
        if (dice.Chance(0.5))
            draft.NotWatched("protected", shape);
        else
            draft.NotWatched("exempt", shape, new() { ["until"] = dice.OneOf(["2020-01-31", "2099-12-31"]) });
    }
}
