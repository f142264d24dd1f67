using Npgsql;

namespace CoverageGis.Http;

internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new Health("alive")))
            .WithTags("Health").WithSummary("The program runs.");
        routes.MapGet("/health/ready", ReadyAsync)
            .ProducesProblem(503)
            .WithTags("Health").WithSummary("The program runs and its database answers.");
    }

    private static async Task<IResult> ReadyAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        await using var command = source.CreateCommand("select 1");
        await command.ExecuteScalarAsync(cancel);
        return TypedResults.Ok(new Health("ready"));
    }
}

internal sealed record Health(string Status);
