using CoverageGis.Database;

namespace CoverageGis.Publishing.Tiles;

/// <summary>One layer of a tile: the statement that draws it, and the zooms at which it is drawn.</summary>
internal sealed record TileLayer(string Sql, int From, int To, bool ByPurpose)
{
    public static TileLayer Of(string name, int from, int to = TileAddress.Deepest, bool byPurpose = false) =>
        new(Statement.Of(typeof(TileLayer), name), from, to, byPurpose);

    public bool IsDrawnAt(int zoom) => zoom >= From && zoom <= To;
}

/// <summary>Layers that are fetched together and change together.</summary>
/// <param name="Name">As in the address.</param>
/// <param name="OfRecords">Shows what was delivered and nothing that was found: stays the same when an analysis ends.</param>
internal sealed record TileSet(string Name, bool OfRecords, IReadOnlyList<TileLayer> Layers)
{
    // Below zoom 6 a tile is wider than a metric plane is true.
    private const int Least = 6;

    public static readonly IReadOnlyList<TileSet> All =
    [
        new("base", true, [TileLayer.Of("tile-backdrop", Least), TileLayer.Of("tile-buildings", 13)]),
        new("findings", false,
        [
            TileLayer.Of("tile-areas", 12), TileLayer.Of("tile-area-marks", 14), TileLayer.Of("tile-zones", 14),
            TileLayer.Of("tile-gaps", 12), TileLayer.Of("tile-overreach", 12), TileLayer.Of("tile-sites", 11),
            TileLayer.Of("tile-site-groups", Least, 13), TileLayer.Of("tile-site-marks", 14),
            TileLayer.Of("tile-camera-groups", Least, 13), TileLayer.Of("tile-cameras", 14),
        ]),
        new("views", false, [TileLayer.Of("tile-views", 14, byPurpose: true)]),
    ];

    public string StateOf(Http.RegionState state) => OfRecords ? state.Records : state.Findings;
}
