namespace CoverageGis.Kernel.Intervals;

/// <summary>Ground on the inner side of one edge of a picture: X·x + Y·y + Offset ≥ 0 in the camera's frame.</summary>
internal readonly record struct PictureEdge(double X, double Y, double Offset)
{
    /// <summary>Of the line from the camera, m; positive when the camera is on its inner side.</summary>
    public double Distance => Offset / Math.Sqrt(X * X + Y * Y);

    /// <summary>The four edges of a pinhole picture on ground that lies lower than the lens by a drop (formulas: <see cref="Footprints.Frustum"/>).</summary>
    /// <param name="tilt">Degrees.</param>
    /// <param name="halfWide">Half the horizontal field of view, radians.</param>
    /// <param name="halfHigh">Half the vertical one, radians.</param>
    public static PictureEdge[] All(double drop, double tilt, double halfWide, double halfHigh)
    {
        var (sin, cos) = Math.SinCos(tilt * Math.PI / 180);
        var (wide, high) = (Math.Tan(halfWide), Math.Tan(halfHigh));
        return
        [
            new(wide * cos, -1, wide * drop * sin),
            new(wide * cos, 1, wide * drop * sin),
            new(high * cos + sin, 0, high * drop * sin - drop * cos),
            new(high * cos - sin, 0, high * drop * sin + drop * cos),
        ];
    }

    public PictureEdge Turned(double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        return this with { X = X * cos - Y * sin, Y = X * sin + Y * cos };
    }
}
