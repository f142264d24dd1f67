namespace CoverageGis.Kernel.Footprints;

/// <summary>
/// The camera's frame: origin under the lens, x along the azimuth, y to the left. Coordinates near the origin keep
/// the digits that plane coordinates of 3.5e6 m would cost.
/// </summary>
internal readonly struct Frame
{
    private readonly double _x, _y, _forwardX, _forwardY;

    public Frame(double x, double y, double gridAzimuth)
    {
        (_x, _y) = (x, y);
        (_forwardX, _forwardY) = new Azimuth(gridAzimuth).Direction;
    }

    public (double X, double Y) FromPlane(double x, double y)
    {
        var (dx, dy) = (x - _x, y - _y);
        return (dx * _forwardX + dy * _forwardY, dy * _forwardX - dx * _forwardY);
    }

    public (double X, double Y) ToPlane(double x, double y) =>
        (_x + (x * _forwardX - y * _forwardY), _y + (x * _forwardY + y * _forwardX));
}
