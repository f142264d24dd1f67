using Microsoft.Net.Http.Headers;
using Npgsql;

namespace CoverageGis.Http;

/// <summary>What every request must pass before its handler runs: good parameters, a region that exists, something new to tell.</summary>
internal static class RequestChecks
{
    private const string Bytes = "application/octet-stream";

    private static readonly KnownParameters None = new([]);

    /// <summary>Refuses unknown and faulty parameters, all at once.</summary>
    public static T ChecksQuery<T>(this T routes) where T : IEndpointConventionBuilder =>
        routes.AddEndpointFilter(async (call, next) =>
        {
            var known = call.HttpContext.GetEndpoint()?.Metadata.GetMetadata<KnownParameters>() ?? None;
            var faults = QueryParameters.Faults(call.HttpContext.Request.Query, known.All);
            return faults.Count > 0 ? TypedResults.ValidationProblem(faults, title: "The query is not as it must be.") : await next(call);
        });

    /// <summary>Finds the region of the address (404 without) as it is or as it was at the moment asked for, and answers 304 when the caller has seen this state.</summary>
    public static T OfRegion<T>(this T routes) where T : IEndpointConventionBuilder =>
        routes.AddEndpointFilter(async (call, next) =>
        {
            var http = call.HttpContext;
            if (await FindRegionAsync(http) is not { } state) return NoRegion(http);
            http.Features.Set(state);
            return IsSeen(http, state.Findings) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : await next(call);
        });

    /// <summary>
    /// Takes JSON from our own pages and from programs only: a page of another site can send neither this type nor our
    /// origin without asking first.
    /// </summary>
    public static RouteHandlerBuilder TakesJson(this RouteHandlerBuilder route) =>
        route.TakesOwn(request => request.HasJsonContentType(), "The body must be JSON (Content-Type: application/json).", "Not JSON.").Accepts<object>("application/json");

    /// <summary>Takes the bytes of a file, likewise: a form of another site cannot send this type.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder route) =>
        route.TakesOwn(request => request.ContentType == Bytes, $"The body must be the bytes of the file (Content-Type: {Bytes}).", "Not a file.").Accepts<Stream>(Bytes);

    private static RouteHandlerBuilder TakesOwn(this RouteHandlerBuilder route, Func<HttpRequest, bool> isRight, string wanted, string title) => route.AddEndpointFilter(async (call, next) =>
    {
        var request = call.HttpContext.Request;
        if (!isRight(request))
            return TypedResults.Problem(wanted, statusCode: StatusCodes.Status415UnsupportedMediaType, title: title);
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}" ? await next(call)
            : TypedResults.Problem("Pages of other sites may not change anything here.", statusCode: StatusCodes.Status403Forbidden, title: "Not allowed.");
    });

    public static async Task<RegionState?> FindRegionAsync(HttpContext http)
    {
        var region = Region(http);
        var source = http.RequestServices.GetRequiredService<NpgsqlDataSource>();
        var state = region.Contains('\0') ? null : await RegionState.FindAsync(source, region, http.RequestAborted);
        return state?.Of(http.Request.Query.Moment("at"));
    }

    public static IResult NoRegion(HttpContext http) => Answer.Missing($"There is no region \"{Region(http)}\".");

    private static string Region(HttpContext http) => (string)http.GetRouteValue("region")!;

    public static RegionState State(this HttpContext http) => http.Features.Get<RegionState>() ?? throw new InvalidOperationException("This address is not below a region.");

    /// <summary>Marks the answer with the state that it shows, and tells whether the caller has it already.</summary>
    public static bool IsSeen(HttpContext http, string state)
    {
        var tag = new EntityTagHeaderValue($"\"{state}\"", isWeak: true);
        http.Response.GetTypedHeaders().ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(seen => seen.Compare(tag, useStrongComparison: false));
    }
}
