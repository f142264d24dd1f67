using CoverageGis.Exchange.Exports;
using CoverageGis.Exchange.Exports.Formats;
using CoverageGis.Http;
using Npgsql;

namespace CoverageGis.Publishing;

internal static class ExportRoutes
{
    public static void MapExports(this IEndpointRouteBuilder region) =>
        region.MapGet("/export/{layer}.{format}", (HttpContext http, NpgsqlDataSource source, string layer, string format) => Export(http, source, layer, format))
            .Accepts(QueryParameter.At)
            .Produces(200, contentType: "application/geo+json", additionalContentTypes: [.. ExportFormat.All.Skip(1).Select(f => f.ContentType.Split(';')[0])])
            .WithTags("Exports").WithSummary($"A whole layer as a file: {string.Join(", ", ExportLayer.All.Select(l => l.Name))}; as {ExportFormat.Names}.");

    private static IResult Export(HttpContext http, NpgsqlDataSource source, string name, string format)
    {
        var layer = ExportLayer.All.FirstOrDefault(l => l.Name == name);
        var known = ExportFormat.All.FirstOrDefault(f => f.Name == format);
        if (layer is null || known is null || (known.Name == "shp" && !layer.HasShapes))
            return Answer.Missing($"There is no export {name}.{format}: it is one of {string.Join(", ", ExportLayer.All.Select(l => l.Name))}, as {ExportFormat.Names} (shp only of what has shapes).");
        var (region, at) = (http.State().Region, http.State().At);
        return TypedResults.Stream(
            stream => known.Write(new ExportOrder(source, layer, region, at), stream, http.RequestAborted), known.ContentType,
            $"{region}-{name}{(at is { } moment ? $"-{moment:yyyyMMdd'T'HHmmss'Z'}" : "")}.{known.Extension}");
    }
}
