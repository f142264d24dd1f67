using System.Globalization;

namespace CoverageGis.Kernel.Planes;

/// <summary>Well-known text of the metric planes that need no file: every CGCS2000 Gauss-Kruger zone and every UTM zone.</summary>
internal static class PlaneText
{
    private const string Cgcs2000 =
        """GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]""";

    private const string Wgs84 =
        """GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]""";

    /// <summary>Null for any other EPSG code.</summary>
    public static string? Of(int srid) => srid switch
    {
        >= 4491 and <= 4501 => GaussKruger(srid, 6 * (srid - 4491) + 75, srid - 4491 + 13),
        >= 4502 and <= 4512 => GaussKruger(srid, 6 * (srid - 4502) + 75, 0),
        >= 4513 and <= 4533 => GaussKruger(srid, 3 * (srid - 4513) + 75, srid - 4513 + 25),
        >= 4534 and <= 4554 => GaussKruger(srid, 3 * (srid - 4534) + 75, 0),
        >= 32601 and <= 32660 => Utm(srid, srid - 32600, 0),
        >= 32701 and <= 32760 => Utm(srid, srid - 32700, 10_000_000),
        _ => null,
    };

    /// <param name="zone">Stands before the easting when the plane has zone numbers in it, else 0.</param>
    private static string GaussKruger(int srid, int meridian, int zone) =>
        TransverseMercator(srid, Cgcs2000, meridian, 1, zone * 1_000_000 + 500_000, 0);

    private static string Utm(int srid, int zone, int falseNorthing) =>
        TransverseMercator(srid, Wgs84, 6 * zone - 183, 0.9996, 500_000, falseNorthing);

    private static string TransverseMercator(int srid, string datum, int meridian, double scale, int falseEasting, int falseNorthing) =>
        string.Create(CultureInfo.InvariantCulture, $"""
            PROJCS["EPSG {srid}",{datum},PROJECTION["Transverse_Mercator"],
            PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",{meridian}],PARAMETER["scale_factor",{scale}],
            PARAMETER["false_easting",{falseEasting}],PARAMETER["false_northing",{falseNorthing}],UNIT["metre",1],AUTHORITY["EPSG","{srid}"]]
            """);
}
