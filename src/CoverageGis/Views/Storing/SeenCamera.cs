using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using NetTopologySuite.Geometries;

namespace CoverageGis.Views.Storing;

/// <summary>A view on its way into the store.</summary>
/// <param name="Realm">Where the ground lies; the shape is still in the plane of the camera's own region.</param>
/// <param name="Building">That an indoor camera looks round in.</param>
public sealed record RealmView(Realm Realm, StoredView View, long? Building);

/// <summary>A camera with all that it sees.</summary>
/// <param name="Reach">The box of what it may see for any purpose; null envelope = nothing.</param>
public sealed record SeenCamera(CameraRecord Camera, bool Estimated, bool IsDirected, Envelope Reach, IReadOnlyList<(Realm Realm, Sight Sight)> Sights)
{
    /// <summary>null when it sees, or when nobody asked.</summary>
    public string? Blind => Sights.Count == 0 ? (IsDirected ? null : "unknown_azimuth") : Sights[0].Sight.Blind;

    public IEnumerable<RealmView> Views => Sights.SelectMany(s => s.Sight.Views, (s, v) => new RealmView(s.Realm, v, s.Sight.Building));

    /// <summary>Equal when there is nothing to store: of everything that a row of a view says.</summary>
    public Guid Content()
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        Append(bytes, $"{Camera.Code}\n{Camera.Working}\n{Camera.Capture}");
        foreach (var view in Views)
        {
            Append(bytes, $"\n{view.Realm.Region}\n{view.View.Purpose}\n{view.View.Certainty}\n{view.View.Light}\n{view.Building}\n");
            view.View.Ground.Apply(new Writing(bytes));
        }
        return new Guid(MD5.HashData(bytes.WrittenSpan));
    }

    private static void Append(ArrayBufferWriter<byte> bytes, string text) => Encoding.UTF8.GetBytes(text, bytes);

    private sealed class Writing(ArrayBufferWriter<byte> bytes) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => false;

        public void Filter(CoordinateSequence sequence)
        {
            var size = 2 * sizeof(double) * sequence.Count;
            var ordinates = MemoryMarshal.Cast<byte, double>(bytes.GetSpan(size));
            for (var i = 0; i < sequence.Count; i++)
                (ordinates[2 * i], ordinates[2 * i + 1]) = (sequence.GetX(i), sequence.GetY(i));
            bytes.Advance(size);
        }
    }
}
