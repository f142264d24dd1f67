namespace CoverageGis.Tests.Oracle.Scenes;

/// <summary>What stands in a random town: houses of all shapes, canopies, walls; touching, overlapping, low and high.</summary>
internal static class RandomBuildings
{
    public const double Half = 90;

    public static void Draw(SceneDraft draft, Dice dice, bool estimated)
    {
        var count = dice.Whole(0, 22);
        for (var i = 0; i < count; i++)
        {
            var (x, y) = (dice.Between(-Half, Half), dice.Between(-Half, Half));
            if (estimated && dice.Chance(0.3))
                draft.Occluder(House(dice).Moved(x, y), new() { ["height"] = new System.Text.Json.Nodes.JsonArray(dice.Between(2, 5), dice.Between(5, 12)) });
            else
                One(draft, dice, x, y);
        }
    }

    private static void One(SceneDraft draft, Dice dice, double x, double y)
    {
        switch (dice.Whole(0, 9))
        {
            case 0:
                var bottom = dice.Between(0.5, 6);
                draft.Building(House(dice).Moved(x, y), bottom + dice.Between(0.2, 4), bottom);
                break;
            case 1:
                draft.LineWall(dice.Between(0.1, 0.6), dice.Between(0.5, 5), Line(dice, x, y));
                break;
            case 2:
                Terrace(draft, dice, x, y);
                break;
            case 3:
                var house = House(dice);
                draft.Building(house.Moved(x, y), Height(dice));
                draft.Building(house.Moved(x + dice.Between(1, 5), y + dice.Between(1, 5)), Height(dice));
                break;
            default:
                draft.Building(House(dice).Moved(x, y), Height(dice));
                break;
        }
    }

    public static double Height(Dice dice) => dice.Whole(0, 4) switch
    {
        0 => dice.Between(0.2, 2.5),
        1 or 2 => dice.Between(2.5, 9),
        _ => dice.Between(9, 60),
    };

    public static Shape House(Dice dice)
    {
        var (width, depth, turn) = (dice.Between(4, 30), dice.Between(4, 22), dice.Between(0, 360));
        return dice.Whole(0, 4) switch
        {
            0 => Shape.Ell(width, depth, width * dice.Between(0.2, 0.7), depth * dice.Between(0.2, 0.7)).Turned(turn),
            1 => Courtyard(width + 8, depth + 8, dice.Between(2, 5)).Turned(turn),
            2 => Shape.Star(dice.Random, dice.Between(3, 14), dice.Whole(3, 14), dice.Between(0.3, 0.9)),
            3 => Shape.Box(0, 0, width, depth).And(Shape.Box(width + dice.Between(0.5, 4), 0, 1.6 * width + 4, depth / 2)).Turned(turn),
            _ => Shape.Box(0, 0, width, depth).Turned(turn),
        };
    }

    public static Shape Courtyard(double width, double depth, double wing) => Shape.Box(0, 0, width, depth)
        .Hole((wing, wing), (wing, depth - wing), (width - wing, depth - wing), (width - wing, wing));

    /// <summary>Houses wall to wall, with corners in common or not.</summary>
    private static void Terrace(SceneDraft draft, Dice dice, double x, double y)
    {
        var (depth, turn) = (dice.Between(6, 14), dice.Between(0, 360));
        var from = 0.0;
        for (var i = dice.Whole(2, 4); i > 0; i--)
        {
            var width = dice.Between(4, 12);
            var set = dice.Chance(0.5) ? 0 : dice.Between(-2, 2);
            draft.Building(Shape.Box(from, set, from + width, depth + set).Turned(turn).Moved(x, y), Height(dice));
            from += width;
        }
    }

    private static (double, double)[] Line(Dice dice, double x, double y)
    {
        var line = new List<(double, double)> { (x, y) };
        for (var i = dice.Whole(1, 4); i > 0; i--)
        {
            (x, y) = (x + dice.Between(2, 15), y + dice.Between(-10, 10));
            line.Add((x, y));
        }
        return [.. line];
    }
}
