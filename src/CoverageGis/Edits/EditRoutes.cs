using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Commands;
using CoverageGis.Database;
using CoverageGis.Exchange;
using CoverageGis.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace CoverageGis.Edits;

internal static class EditRoutes
{
    /// <summary>A shape with many corners fits; a city does not: that is an import.</summary>
    private const int MostBytes = 1 << 20;

    private static readonly string Record = Statement.Of(typeof(EditRoutes), "camera-record");

    public static void MapEdits(this IEndpointRouteBuilder region)
    {
        region.MapPost("/edits", (Delegate)EditAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes)).TakesJson().Produces<ImportReport>().ProducesProblem(409)
            .WithTags("Edits").WithSummary("Writes features of the exchange form as they are to be from now on ({features, remove: [{kind, site, code}], reason}), all or nothing.");
        region.MapPatch("/cameras/{**code}", (Delegate)CameraAsync)
            .TakesJson().Produces<ImportReport>().ProducesProblem(404).ProducesProblem(409)
            .WithTags("Edits").WithSummary("Changes fields of a camera's record, named as in the exchange form; position: [lon, lat], null: unknown; with reason, and the version that was seen.");
    }

    private static async Task<IResult> EditAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        return EditBody.Read(body.RootElement) is { } asked
            ? await ApplyAsync(http, asked)
            : Answer.Wrong("body", "must be an object with features (an array) or remove (an array of {kind, code}), and a reason");
    }

    private static async Task<IResult> CameraAsync(HttpContext http)
    {
        var code = Answer.Part(http, "code");
        using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        if (body.RootElement.ValueKind != JsonValueKind.Object)
            return Answer.Wrong("body", "must be an object with the fields to change");
        return await FeatureAsync(http, code, body.RootElement) is { } feature
            ? await ApplyAsync(http, EditBody.OfCamera(code, feature, body.RootElement))
            : Answer.Missing($"There is no camera \"{code}\" in this region.");
    }

    /// <summary>The record as it is, with what is to change; null when there is none.</summary>
    private static async Task<JsonObject?> FeatureAsync(HttpContext http, string code, JsonElement patch)
    {
        await using var connection = await http.RequestServices.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(http.RequestAborted);
        await using var command = connection.With(Record, http.State().Region, code);
        await using var row = await command.ExecuteReaderAsync(http.RequestAborted);
        return await row.ReadAsync(http.RequestAborted)
            ? EditBody.Patched(JsonNode.Parse(row.GetString(0))!.AsObject(), row.GetDouble(1), row.GetDouble(2), patch) : null;
    }

    private static async Task<IResult> ApplyAsync(HttpContext http, EditBody asked)
    {
        var faults = asked.Faults;
        if (faults.Count > 0)
            return TypedResults.ValidationProblem(faults, title: "The edit is not as it must be. Nothing was changed.");
        try
        {
            var source = http.RequestServices.GetRequiredService<NpgsqlDataSource>();
            var report = await RecordEdit.ApplyAsync(source, http.State().Region, asked.Order(Environment.UserName), http.RequestAborted);
            return TypedResults.Text(JsonSerializer.Serialize(report, ImportReport.Json), "application/json");
        }
        catch (BadInput refused)
        {
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { ["features"] = refused.Message.Split('\n') }, title: "The edit is not as it must be. Nothing was changed.");
        }
        catch (LostRace lost)
        {
            return TypedResults.Problem(lost.Message, statusCode: StatusCodes.Status409Conflict, title: "Changed in the meantime.");
        }
    }
}
