using System.Text.Json;
using CoverageGis.Database;
using CoverageGis.Http;
using Npgsql;

namespace CoverageGis.Archive.Reading;

internal static class AcceptanceRoutes
{
    private const int LongestReason = 2000;

    private sealed record Asked(string Camera, string Rule, long Record, string Reason);

    public static void MapAcceptances(this IEndpointRouteBuilder region)
    {
        region.MapPost("/archive/acceptances", (Delegate)AcceptAsync).TakesJson().Produces(204).ProducesProblem(409)
            .WithTags("Archive").WithSummary("Accepts a finding as it is ({camera, rule, record, reason}): it counts no more until the record changes.");
        region.MapPost("/archive/acceptances/withdraw", (Delegate)WithdrawAsync).TakesJson().Produces(204).ProducesProblem(404)
            .WithTags("Archive").WithSummary("Lets a finding that was accepted count again ({camera, rule}).");
    }

    private static Task<IResult> AcceptAsync(HttpContext http) => WriteAsync(http, "accept-finding", withReason: true,
        asked => [asked.Camera, asked.Rule, asked.Record, asked.Reason, Environment.UserName], _ => TypedResults.Problem(
            "This finding is no longer there as it was seen: the record changed, or someone accepted it before. Nothing was changed; look at it again.",
            statusCode: StatusCodes.Status409Conflict, title: "Changed in the meantime."));

    private static Task<IResult> WithdrawAsync(HttpContext http) => WriteAsync(http, "withdraw-acceptance", withReason: false,
        asked => [asked.Camera, asked.Rule], asked => Answer.Missing($"The finding {asked.Rule} of camera \"{asked.Camera}\" is not accepted."));

    /// <param name="none">The answer when no row was there to write.</param>
    private static async Task<IResult> WriteAsync(
        HttpContext http, string statement, bool withReason, Func<Asked, object?[]> values, Func<Asked, IResult> none)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        var faults = new Dictionary<string, string[]>();
        var asked = Read(body.RootElement, faults, withReason);
        if (faults.Count > 0)
            return TypedResults.ValidationProblem(faults, title: "The request is not as it must be. Nothing was changed.");
        return await IsWrittenAsync(http, statement, values(asked)) ? TypedResults.NoContent() : none(asked);
    }

    private static Asked Read(JsonElement body, Dictionary<string, string[]> faults, bool withReason)
    {
        var (camera, rule, reason) = (Text(body, "camera"), Text(body, "rule"), Text(body, "reason")?.Trim() ?? "");
        var record = 0L;
        if (string.IsNullOrEmpty(camera))
            faults["camera"] = ["must be the code of a camera"];
        if (string.IsNullOrEmpty(rule))
            faults["rule"] = ["must be the code of a rule"];
        if (withReason && reason.Length is 0 or > LongestReason)
            faults["reason"] = [$"must say why, in at most {LongestReason} characters"];
        if (withReason && !(body.ValueKind == JsonValueKind.Object && body.TryGetProperty("record", out var seen)
            && seen.ValueKind == JsonValueKind.Number && seen.TryGetInt64(out record)))
            faults["record"] = ["must be the number that the finding shows"];
        return new Asked(camera ?? "", rule ?? "", record, reason);
    }

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!.Replace("\0", "", StringComparison.Ordinal) : null;

    private static async Task<bool> IsWrittenAsync(HttpContext http, string statement, object?[] values)
    {
        await using var connection = await http.RequestServices.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(http.RequestAborted);
        await using var command = connection.With(Statement.Of(typeof(AcceptanceRoutes), statement), [http.State().Region, .. values]);
        await using var row = await command.ExecuteReaderAsync(http.RequestAborted);
        return await row.ReadAsync(http.RequestAborted);
    }
}
