using CoverageGis.Kernel.Footprints;

namespace CoverageGis.Kernel.Intervals;

/// <summary>How far plain sectors and fisheyes within bounds may see. The angle that lets a bearing in also sets the reach, and is kept together.</summary>
internal sealed class PossibleSector(CameraBounds camera, Purpose purpose)
{
    /// <summary>At an offset from the optical axis, radians, and beyond it up to <see cref="CameraBounds.PlainHalf"/>.</summary>
    public Stretch Beyond(double offset)
    {
        if (offset >= camera.PlainHalf.Max && camera.PlainHalf.Max < Math.PI)
        {
            return Stretch.None;
        }
        var reaches = Reaches(offset);
        return reaches.IsEmpty ? Stretch.None : new Stretch(reaches.Inner, reaches.Outer);
    }

    public Reaches Reaches(double offset) => Footprints.Reaches.Of(
        SlantReach.Most(camera, offset, purpose.MinPpm), LeastDrop.Of(camera.Height, purpose.ZMin),
        camera.Height.Min - purpose.ZMin, camera.Range?.Max, purpose.MaxTilt);
}
