using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace CoverageGis.Kernel.Planes;

/// <summary>
/// A coarse outline, in degrees, that decides which plane a region gets when nobody says. It keeps clear of the cities
/// on both sides of the border; a region near it that gets the wrong plane is still measured to a millimetre a metre.
/// It says nothing about where a border runs.
/// </summary>
internal static class China
{
    private static readonly Coordinate[] Outline =
    [
        new(73.4, 39.4), new(76.5, 35.8), new(78.5, 33.0), new(78.6, 31.0), new(81.2, 29.9), new(86.0, 27.9),
        new(88.8, 27.2), new(92.0, 27.6), new(97.4, 28.1), new(98.6, 26.5), new(97.5, 24.0), new(99.2, 21.9),
        new(101.7, 21.0), new(102.7, 22.4), new(105.3, 23.2), new(106.6, 21.9), new(108.1, 21.4), new(108.2, 19.0),
        new(108.5, 17.9), new(111.5, 17.9), new(114.6, 21.6), new(119.0, 21.7), new(122.3, 21.6), new(122.6, 25.6),
        new(122.8, 31.5), new(123.2, 37.4), new(122.6, 38.9), new(124.3, 39.8), new(126.2, 41.3), new(128.2, 41.8),
        new(130.4, 42.2), new(131.2, 43.4), new(131.3, 44.8), new(133.2, 45.0), new(135.1, 48.4), new(131.0, 47.8),
        new(130.8, 48.8), new(127.4, 50.2), new(125.8, 53.0), new(121.0, 53.6), new(119.8, 52.4), new(119.0, 50.2),
        new(116.6, 49.8), new(115.5, 48.0), new(119.6, 46.9), new(114.0, 45.0), new(111.9, 43.8), new(107.5, 42.4),
        new(104.5, 41.8), new(96.4, 42.8), new(91.0, 45.2), new(90.9, 47.0), new(87.5, 49.2), new(85.6, 48.3),
        new(82.3, 45.6), new(80.2, 44.8), new(80.2, 42.2), new(73.9, 40.4), new(73.4, 39.4),
    ];

    public static bool Holds(double longitude, double latitude) =>
        PointLocation.IsInRing(new Coordinate(longitude, latitude), Outline);
}
