using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NetTopologySuite.Geometries;

namespace CoverageGis.Exchange.Merging;

/// <summary>
/// Tells whether two deliveries say the same of a thing. Coordinates are taken to 1e-8 degrees (1 mm), and rings without
/// regard to where they begin or which way they run, so that an export that comes back is the same thing.
/// </summary>
public static class ItemHash
{
    private const double PerDegree = 1e8;

    public static Guid Of(IReadOnlyList<object?> values)
    {
        var text = new StringBuilder(256);
        foreach (var value in values)
            Append(text, value).Append('\u001f');
        return new Guid(MD5.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The code of a thing that has none: its shape.</summary>
    public static string OfShape(Geometry shape, double? width) => "g" + Of([shape, width]).ToString("N");

    private static StringBuilder Append(StringBuilder text, object? value) => value switch
    {
        null => text.Append('\u0000'),
        Geometry shape => Append(text, shape),
        double number => text.Append(number.ToString("R", CultureInfo.InvariantCulture)),
        Array many => Append(text, many),
        IFormattable other => text.Append(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => text.Append(value),
    };

    private static StringBuilder Append(StringBuilder text, Array many)
    {
        foreach (var one in many)
            Append(text, one).Append('\u001e');
        return text;
    }

    private static StringBuilder Append(StringBuilder text, Geometry shape)
    {
        var rounded = shape.Copy();
        rounded.Apply(new Rounding());
        rounded.Normalize();
        text.Append(rounded.GeometryType);
        rounded.Apply(new Writing(text));
        return text;
    }

    private sealed class Rounding : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence, int i)
        {
            sequence.SetX(i, Math.Round(sequence.GetX(i) * PerDegree));
            sequence.SetY(i, Math.Round(sequence.GetY(i) * PerDegree));
        }
    }

    private sealed class Writing(StringBuilder text) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => false;

        public void Filter(CoordinateSequence sequence, int i)
        {
            // The first point of a part is told apart, so that two rings are not one.
            text.Append(i == 0 ? '|' : ' ').Append(((long)sequence.GetX(i)).ToString(CultureInfo.InvariantCulture))
                .Append(',').Append(((long)sequence.GetY(i)).ToString(CultureInfo.InvariantCulture));
        }
    }
}
