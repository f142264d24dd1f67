using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NetTopologySuite.Geometries;

namespace CoverageGis.Views.Storing;

/// <summary>A view on its way into the store.</summary>
/// <param name="Realm">Where the ground lies; the shape is still in the plane of the camera's own region.</param>
/// <param name="Building">That an indoor camera looks round in.</param>
public sealed record RealmView(Realm Realm, StoredView View, long? Building);

/// <summary>A camera with all that it sees.</summary>
/// <param name="Reach">The box of what it may see for any purpose; null = nothing.</param>
public sealed record SeenCamera(CameraRecord Camera, bool Estimated, bool IsDirected, Envelope? Reach, IReadOnlyList<(Realm Realm, Sight Sight)> Sights)
{
    /// <summary>null when it sees, or when nobody asked.</summary>
    public string? Blind => Sights.Count == 0 ? (IsDirected ? null : "unknown_azimuth") : Sights[0].Sight.Blind;

    public IEnumerable<RealmView> Views => Sights.SelectMany(s => s.Sight.Views, (s, v) => new RealmView(s.Realm, v, s.Sight.Building));

    /// <summary>Equal when there is nothing to store: of everything that a row of a view says.</summary>
    public Guid Content()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Camera.Code}\n{Camera.Working}\n{Camera.Capture}"));
        foreach (var view in Views)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{view.Realm.Region}\n{view.View.Purpose}\n{view.View.Certainty}\n{view.View.Light}\n{view.Building}"));
            view.View.Ground.Apply(new Hashing(hash));
        }
        return new Guid(hash.GetHashAndReset());
    }

    private sealed class Hashing(IncrementalHash hash) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => false;

        public void Filter(CoordinateSequence sequence)
        {
            Span<byte> bytes = stackalloc byte[2 * sizeof(double)];
            for (var i = 0; i < sequence.Count; i++)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(bytes, sequence.GetX(i));
                BinaryPrimitives.WriteDoubleLittleEndian(bytes[sizeof(double)..], sequence.GetY(i));
                hash.AppendData(bytes);
            }
        }
    }
}
