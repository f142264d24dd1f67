using CoverageGis.Exchange.Exports;
using CoverageGis.Http;
using Npgsql;

namespace CoverageGis.Publishing;

internal static class ExportRoutes
{
    private static readonly Dictionary<string, string> ContentTypes = new() { ["geojson"] = "application/geo+json", ["csv"] = "text/csv; charset=utf-8" };

    public static void MapExports(this IEndpointRouteBuilder region) =>
        region.MapGet("/export/{layer}.{format}", (HttpContext http, NpgsqlDataSource source, string layer, string format) => Export(http, source, layer, format))
            .Accepts(QueryParameter.At)
            .Produces(200, contentType: ContentTypes["geojson"], additionalContentTypes: ["text/csv"])
            .WithTags("Exports").WithSummary($"A whole layer as a file: {string.Join(", ", ExportLayer.All.Select(l => l.Name))}; as geojson or csv.");

    private static IResult Export(HttpContext http, NpgsqlDataSource source, string name, string format)
    {
        var layer = ExportLayer.All.FirstOrDefault(l => l.Name == name);
        if (layer is null || !ContentTypes.TryGetValue(format, out var contentType))
            return Answer.Missing($"There is no export {name}.{format}: it is one of {string.Join(", ", ExportLayer.All.Select(l => l.Name))}, as geojson or csv.");
        var (region, at) = (http.State().Region, http.State().At);
        var isTable = format == "csv";
        var rows = layer.ReadAsync(source, region, at, withRegion: !isTable && layer.ComesBack, http.RequestAborted);
        return TypedResults.Stream(
            stream => isTable ? CsvExport.WriteAsync(rows, layer.Columns, stream, http.RequestAborted) : GeoJsonExport.WriteAsync(rows, stream, http.RequestAborted),
            contentType, $"{region}-{name}{(at is { } moment ? $"-{moment:yyyyMMdd'T'HHmmss'Z'}" : "")}.{format}");
    }
}
