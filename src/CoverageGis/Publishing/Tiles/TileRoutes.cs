using System.IO.Compression;
using CoverageGis.Http;

namespace CoverageGis.Publishing.Tiles;

internal static class TileRoutes
{
    private const string ContentType = "application/vnd.mapbox-vector-tile";

    public static void MapTiles(this IEndpointRouteBuilder routes)
    {
        foreach (var set in TileSet.All)
        {
            routes.MapGet($"/tiles/{{region}}/{set.Name}/{{z}}/{{x}}/{{y}}.mvt", (HttpContext http, TilePress press, string z, string x, string y) => TileAsync(http, press, set, z, x, y))
                .Accepts(Parameters(set))
                .ChecksQuery()
                .WithTags("Tiles")
                .WithSummary($"A vector tile: {Content(set)}.")
                .WithDescription("Mapbox vector tile, extent 4096, made to be shown at 512 pixels a side. 204 when there is nothing in it.")
                .Produces(200, contentType: ContentType).Produces(204).Produces(304).ProducesProblem(404).ProducesValidationProblem();
        }
    }

    private static QueryParameter[] Parameters(TileSet set)
    {
        var state = QueryParameter.Text("v", 64, "The state that the caller expects (of a region's list entry): a tile of that state may be kept for ever.");
        var purpose = QueryParameter.Text("purpose", 100, "The purpose whose views are drawn, for example observe-person.");
        return set.Layers.Any(layer => layer.ByPurpose) ? [state, purpose, QueryParameter.At] : [state, QueryParameter.At];
    }

    private static string Content(TileSet set) => set.Name switch
    {
        "base" => "roads, rails, waters, greens and buildings",
        "views" => "the ground that cameras see",
        _ => "sites, watched ground, gaps, protected areas and cameras",
    };

    private static async Task<IResult> TileAsync(HttpContext http, TilePress press, TileSet set, string z, string x, string y)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (TileAddress.Read(z, x, y, faults) is not { } address) return TypedResults.ValidationProblem(faults, title: "There is no such tile.");
        var (wanted, purpose) = (http.Request.Query.Text("v"), http.Request.Query.Text("purpose"));
        // A state is a hash of a region and of all that is shown of it: whoever names it may have what was drawn of it, and
        // the database need not be asked whether it still is the newest.
        if (wanted is not null && press.Kept(set, wanted, address, purpose) is { } kept)
            return IsSeen(http, wanted, true) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : Tile(http, kept);
        var state = await RequestChecks.FindRegionAsync(http);
        if (state is null) return RequestChecks.NoRegion(http);
        if (IsSeen(http, set.StateOf(state), wanted == set.StateOf(state))) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return Tile(http, await press.TileAsync(set, state, address, purpose, http.RequestAborted));
    }

    private static bool IsSeen(HttpContext http, string state, bool isForEver)
    {
        var seen = RequestChecks.IsSeen(http, state);
        if (isForEver) http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return seen;
    }

    private static IResult Tile(HttpContext http, byte[] packed) => packed.Length == 0 ? TypedResults.NoContent() : Unpacked(http, packed);

    private static IResult Unpacked(HttpContext http, byte[] packed)
    {
        http.Response.Headers.Vary = "Accept-Encoding";
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return TypedResults.Stream(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress), ContentType);
        http.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(packed, ContentType);
    }
}
