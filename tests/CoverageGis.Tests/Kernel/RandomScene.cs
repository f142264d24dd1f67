using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Tests.Kernel;

/// <summary>A scene made from a number: tame ones as towns have them, hostile ones as only tests have them.</summary>
internal sealed record RandomScene(Pose Pose, Lens Lens, Purpose Purpose, IReadOnlyList<Occluder> Occluders, Geometry? Enclosure)
{
    private static readonly GeometryFactory Factory = new();

    public static RandomScene Of(int number) => new Maker(new Random(number)).Make();

    public ViewResult View(ArcSide side = ArcSide.Inside) => CameraView.Of(Pose, Lens, Purpose, Occluders, Enclosure, side);

    public override string ToString() =>
        $"{Pose}\n{Lens}\n{Purpose}\n{string.Join('\n', Occluders.Select(o => $"top {o.Top} base {o.Base} {o.Footprint}"))}\nroom {Enclosure}";

    /// <summary>The same scene, turned clockwise round the camera.</summary>
    public RandomScene Turned(double degrees)
    {
        var turn = NetTopologySuite.Geometries.Utilities.AffineTransformation.RotationInstance(-degrees * Math.PI / 180, Pose.X, Pose.Y);
        return this with
        {
            Pose = Pose with { GridAzimuth = Pose.GridAzimuth + degrees },
            Occluders = [.. Occluders.Select(o => o with { Footprint = turn.Transform(o.Footprint) })],
            Enclosure = Enclosure is null ? null : turn.Transform(Enclosure),
        };
    }

    private sealed class Maker(Random random)
    {
        private double _x, _y;

        public RandomScene Make()
        {
            (_x, _y) = random.Next(2) == 0 ? (0, 0) : (386678.49, 3549135.64);
            var height = Height();
            var purpose = MakePurpose();
            var occluders = Enumerable.Range(0, random.Next(0, 14)).Select(_ => MakeOccluder(height, purpose)).ToList();
            if (occluders.Count > 0 && random.Next(5) == 0)
            {
                occluders.Add(occluders[0] with { Top = Pick(occluders[0].Top, 2.5) });
            }
            var room = random.Next(12) == 0 ? Building() : null;
            var scene = new RandomScene(Stand(height, occluders), MakeLens(), purpose, occluders, room);
            return random.Next(3) switch
            {
                0 => scene.Turned(Between(0, 360)),
                1 => Shaken(scene, Pick(1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-3)),
                _ => scene,
            };
        }

        /// <summary>Walls that should be shared, corners that should be one: almost.</summary>
        private RandomScene Shaken(RandomScene scene, double size) => scene with
        {
            Occluders = [.. scene.Occluders.Select(o => o with { Footprint = Moved(o.Footprint, size) })],
        };

        private Geometry Moved(Geometry footprint, double size)
        {
            var (byX, byY, turn) = (Between(-size, size), Between(-size, size), Between(-size, size) / 10);
            var move = new NetTopologySuite.Geometries.Utilities.AffineTransformation(1, -turn, byX + turn * _y, turn, 1, byY - turn * _x);
            return move.Transform(footprint);
        }

        private double Height() => Pick(3.5, 6, 0.3, 1, 1.6, 12, Between(0.2, 12));

        private Purpose MakePurpose() => random.Next(5) switch
        {
            0 => new Purpose("person", 25, 0, 1.7),
            1 => new Purpose("face", 60, 1.5, 1.7, Pick(15, 30, 60)),
            2 => new Purpose("plate", 40, 0.4, 1.2),
            3 => new Purpose("ground", 25, 0, 0, random.Next(3) == 0 ? 45 : null),
            _ => new Purpose("any", Between(20, 80), Between(0, 2), Between(2, 3)),
        };

        private Lens MakeLens()
        {
            var range = random.Next(3) == 0 ? Between(5, 60) : (double?)null;
            return random.Next(7) switch
            {
                0 => new Lens(Pick(90, 60, 149.9, 180, 270, 360), 180, 1920, range),
                1 => new Lens(Pick(150, 180, 270, 359.9, 360), 60, 6000, range),
                2 => new Lens(360, 180, 6000, range, Fisheye: true),
                3 => new Lens(Pick(0.5, 2, 5), Pick(0.5, 5, 180), Pick(200, 1920), range ?? 80),
                4 => new Lens(Pick(149, 140, 120), Pick(30, 100, 170), 3840, range),
                _ => new Lens(Between(20, 110), Between(15, 90), 1920, range),
            };
        }

        private Pose Stand(double height, List<Occluder> occluders)
        {
            var azimuth = Pick(0, 90, 45, Between(0, 360), Between(0, 360));
            var (x, y) = (0.0, 0.0);
            if (occluders.Count > 0 && random.Next(8) == 0)
            {
                var corners = occluders[0].Footprint.Coordinates;
                var i = random.Next(corners.Length - 1);
                var share = Pick(0, 0.5, 0.25);
                (x, y) = (corners[i].X + share * (corners[i + 1].X - corners[i].X) - _x, corners[i].Y + share * (corners[i + 1].Y - corners[i].Y) - _y);
            }
            return new Pose(_x + x, _y + y, height, azimuth, Pick(0, 15, 90, Between(0, 60), Between(0, 90)));
        }

        private Occluder MakeOccluder(double height, Purpose purpose)
        {
            var top = Pick(30, height, height + 1, height * 0.8, height / 2, purpose.ZMin, Between(0.2, 15));
            var isHigh = random.Next(5) == 0;
            var low = isHigh ? Pick(Between(0.3, 5), height, purpose.ZMax) : 0;
            return new Occluder(Building(), low + Math.Max(0.2, isHigh ? Pick(0.3, 3) : top), low);
        }

        private Geometry Building() => random.Next(9) switch
        {
            0 => Rectangle(Lattice(), Lattice(), Pick(4, 8, 12), Pick(4, 8), 0),
            1 => Rectangle(Lattice(), Lattice(), Pick(4, 8), Pick(4, 8), 0),
            2 => Courtyard(),
            3 => Factory.CreateMultiPolygon([(Polygon)Rectangle(Lattice(), Lattice(), 4, 4, 0), (Polygon)Rectangle(Lattice() + 100, Lattice(), 4, 4, 0)]),
            4 => Rectangle(Far(), Far(), Between(5, 40), Pick(0.001, 0.2, 1), Between(0, 180)),
            5 => Star(),
            6 => Ell(),
            _ => Rectangle(Far(), Far(), Between(2, 15), Between(2, 15), Between(0, 180)),
        };

        private double Lattice() => 4 * random.Next(-8, 8);

        private double Far() => Between(-40, 40);

        private Polygon Courtyard()
        {
            var (x, y, size) = (Lattice(), Lattice(), Pick(12, 20));
            var hole = Ring(x, y, size - 4, size - 4, 0);
            return Factory.CreatePolygon(Ring(x, y, size, size, 0), [hole]);
        }

        private Polygon Ell()
        {
            var (x, y) = (Far() + _x, Far() + _y);
            return Polygon([(x, y), (x + 10, y), (x + 10, y + 3), (x + 4, y + 3), (x + 4, y + 9), (x, y + 9)]);
        }

        /// <summary>Star-shaped round a middle, which may be anything else but round.</summary>
        private Polygon Star()
        {
            var (x, y, count) = (Far() + _x, Far() + _y, random.Next(3, 12));
            return Polygon([.. Enumerable.Range(0, count).Select(i =>
            {
                var (sin, cos) = Math.SinCos(i * Math.Tau / count);
                var radius = Between(1, 10);
                return (x + radius * cos, y + radius * sin);
            })]);
        }

        private Polygon Rectangle(double x, double y, double length, double width, double angle) =>
            Factory.CreatePolygon(Ring(x, y, length, width, angle));

        private LinearRing Ring(double x, double y, double length, double width, double angle)
        {
            var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
            (double, double) Corner(double a, double b) => (_x + x + a * cos - b * sin, _y + y + a * sin + b * cos);
            var (a, b) = (length / 2, width / 2);
            return Polygon([Corner(-a, -b), Corner(a, -b), Corner(a, b), Corner(-a, b)]).Shell;
        }

        private Polygon Polygon((double X, double Y)[] corners)
        {
            var order = random.Next(2) == 0 ? corners : [.. corners.Reverse()];
            return Factory.CreatePolygon([.. order.Append(order[0]).Select(c => new Coordinate(c.X, c.Y))]);
        }

        private double Between(double low, double high) => low + (high - low) * random.NextDouble();

        private double Pick(params double[] values) => values[random.Next(values.Length)];
    }
}
