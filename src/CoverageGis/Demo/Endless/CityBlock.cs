using System.Globalization;
using CoverageGis.Demo.Drawing;
using CoverageGis.Exchange.Scene;
using CoverageGis.Kernel;
using NetTopologySuite.Geometries;

namespace CoverageGis.Demo.Endless;

/// <summary>
/// One block of the plain city: 12 by 11 plots behind a street. A yard and a compound of its own stand among the
/// houses, two bus stops on its south street; 8 cameras look at those, 12 along streets and lanes. Block k is the
/// same in a city of any size.
/// </summary>
internal sealed class CityBlock
{
    public const int Cameras = 20;
    public const int Buildings = 120;
    public const int Zones = 4;

    /// <summary>Between the middles of two blocks, m: gives about 16 buildings within 40 m of a camera.</summary>
    public const double Pitch = 222;

    private const int Columns = 12;
    private const int Rows = 11;
    private const double Street = 14;
    private const double PlotWidth = (Pitch - Street) / Columns;
    private const double PlotDepth = (Pitch - Street) / Rows;
    private const int Yard = 6;           // plots without a house, 2 rows of 3

    private readonly int _number;
    private readonly Dice _dice;
    private readonly Pen _pen;
    private readonly Frame _frame;
    private readonly (int Column, int Row) _yard;
    private readonly (int Column, int Row) _square;

    public CityBlock(int number, int seed, Pen pen)
    {
        (_number, _pen, _dice) = (number, pen, Dice.For(seed, "city block", number));
        var (column, row) = Spiral.Cell(number);
        _frame = new Frame((column * Pitch) - (Pitch / 2), (row * Pitch) - (Pitch / 2), 0);
        _yard = (_dice.Below(4), 1 + _dice.Below(7));
        _square = (7 + _dice.Below(3), 1 + _dice.Below(7));
    }

    public IEnumerable<SceneItem> Items() => [Road(), .. Houses(), .. Sites(), .. Eyes()];

    private BackdropItem Road() => new(Code("R", 0), "road", "residential", "",
        _pen.Write(Shapes.Line(_frame.At(-7, 0), _frame.At(Pitch - 7, 0), _frame.At(Pitch - 7, Pitch))))
    { Ref = Code("road R", 0) };

    private IEnumerable<SceneItem> Houses()
    {
        var count = 0;
        for (var row = 0; row < Rows; row++)
            for (var column = 0; column < Columns; column++)
                if (!In(_yard, column, row) && !In(_square, column, row))
                    yield return House(count++, column, row);
    }

    private static bool In((int Column, int Row) corner, int column, int row) =>
        column >= corner.Column && column < corner.Column + 3 && row >= corner.Row && row < corner.Row + (Yard / 3);

    private OccluderItem House(int number, int column, int row)
    {
        var (w, d) = (_dice.Between(8, 12.6), _dice.Between(8, 13));
        var at = _frame.Moved(X(column) + 2.2 + _dice.Between(0, PlotWidth - 4.4 - w), Y(row) + 2.2 + _dice.Between(0, PlotDepth - 4.4 - d));
        var shape = _dice.Chance(0.7) ? at.Rect(0, 0, w, d)
            : at.Outline((0, 0), (w, 0), (w, d * 0.55), (w * 0.5, d * 0.55), (w * 0.5, d), (0, d));
        var height = _dice.Chance(0.25) ? _dice.Between(2.4, 3.4) : _dice.Between(6, 34);
        return new OccluderItem(Code("B", number), "building", "", _pen.Write(shape), null, Interval.Exactly(Math.Round(height, 1)), 0)
        { Ref = Code("building B", number) };
    }

    private IEnumerable<SceneItem> Sites()
    {
        yield return Site(0, "fuel_station", Plots(_square, 3, 2));
        yield return Site(1, "compound", Plots((_yard.Column, _yard.Row - 1), 3, 4));
        yield return Site(2, "bus_stop", _frame.Rect(50, -2.8, 72, 1.2));
        yield return Site(3, "bus_stop", _frame.Rect(140, -2.8, 162, 1.2));
    }

    private Polygon Plots((int Column, int Row) corner, int columns, int rows) =>
        _frame.Rect(X(corner.Column), Y(corner.Row), X(corner.Column + columns), Y(corner.Row + rows));

    private SiteItem Site(int number, string category, Polygon shape) =>
        new(Code("S", number), Code("site ", number), category, _pen.Write(shape), null, null) { Ref = Code("site S", number) };

    private IEnumerable<SceneItem> Eyes()
    {
        Coordinate[] middles = [Middle(_square, 3, 2), Middle((_yard.Column, _yard.Row - 1), 3, 4), _frame.At(61, -1), _frame.At(151, -1)];
        for (var i = 0; i < 8; i++)
        {
            var from = i / 2 < 2 ? Corner(i / 2 == 0 ? _square : (_yard.Column, _yard.Row - 1), i) : _frame.At(i < 6 ? 40 + (i * 5) : 110 + (i * 5), 0.9);
            yield return Eye(i, from, Bearing.Of(from, middles[i / 2]) + _dice.Between(-6, 6));
        }
        for (var i = 8; i < Cameras; i++)
            yield return Eye(i, _frame.At(X(_dice.Below(Columns + 1)), _dice.Between(0, Pitch - Street)), _dice.Between(0, 360));
    }

    private Coordinate Corner((int Column, int Row) corner, int number) =>
        _frame.At(X(corner.Column + (number % 2 * 3)), Y(corner.Row + (number % 2 * 2)));

    private Coordinate Middle((int Column, int Row) corner, int columns, int rows) =>
        _frame.At((X(corner.Column) + X(corner.Column + columns)) / 2, (Y(corner.Row) + Y(corner.Row + rows)) / 2);

    private CameraItem Eye(int number, Coordinate at, double gridAzimuth)
    {
        var azimuth = Math.Round(Bearing.Normal(_pen.TrueAzimuth(at, gridAzimuth)), 1);
        var (hfov, pixels) = _dice.Pick([(75.0, 3840.0), (90.0, 5120.0), (105.0, 6400.0), (110.0, 7680.0)]);
        return new CameraItem(Code("C", number), Code("camera ", number), _pen.Write(at))
        {
            Ref = Code("camera C", number),
            Class = 1 + _dice.Below(3),
            Type = "bullet",
            Function = ["5"],
            Azimuths = [azimuth],
            Hfov = Interval.Exactly(hfov),
            Vfov = Interval.Exactly(180),
            Tilt = Interval.Exactly(15),
            Height = Interval.Exactly(Math.Round(_dice.Between(3.5, 8), 1)),
            Pixels = Interval.Exactly(pixels),
            Range = Interval.Exactly(Math.Round(_dice.Between(37, 49), 1)),
        };
    }

    private static double X(int column) => column * PlotWidth;

    private static double Y(int row) => row * PlotDepth;

    private string Code(string prefix, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{_number}-{number}");
}
