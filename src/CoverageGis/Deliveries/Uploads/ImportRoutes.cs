using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Commands;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Archive;
using CoverageGis.Http;
using Microsoft.AspNetCore.Http.Features;
using Npgsql;

namespace CoverageGis.Deliveries.Uploads;

internal static class ImportRoutes
{
    public static void MapImports(this IEndpointRouteBuilder api)
    {
        api.MapPost("/files", (Delegate)ReceiveAsync).TakesFile().Accepts(QueryParameter.Text("name", 500, "What the file is called."))
            .Produces(200, contentType: "application/json").ProducesProblem(413).ProducesProblem(503)
            .WithTags("Imports").WithSummary("Sends a file (its bytes are the body), tells what it holds: its format, and of a table its columns. It waits for a day.").DisableRequestTimeout();
        api.MapJson("/files/{file}", LookAsync).ProducesProblem(404)
            .Accepts(QueryParameter.Text("region", 32, "The region it is for."), QueryParameter.Text("source", 200, "Who delivers: a table is then read as this source's last one was."))
            .WithTags("Imports").WithSummary("What a file holds that was sent: its format, and of a table its columns, what they are taken for, samples and counts of values.");
        api.MapJson("", http => Task.FromResult(All(http)))
            .WithTags("Imports").WithSummary("Imports that run now, and how large a file may be.");
        api.MapPost("", (Delegate)StartAsync).TakesJson().Produces(202, contentType: "application/json").ProducesProblem(503)
            .WithTags("Imports").WithSummary("Begins an import of a file that was sent ({file, region, source, format, datum, map, partial, dry_run}); dry_run tells what would change, and changes nothing.");
        api.MapJson("/{job}", http => Task.FromResult(Job(http))).ProducesProblem(404)
            .WithTags("Imports").WithSummary("How far an import is, and what became of it. A failed one has changed nothing and tells all faults.");
        api.MapGet("/{job}/changes.csv", (Delegate)Changes).Produces(200, contentType: "text/csv").ProducesProblem(404)
            .WithTags("Imports").WithSummary("Every change that a dry run found, field by field.");
        api.MapPost("/{job}/cancel", (Delegate)Cancel).TakesJson().Produces(200, contentType: "application/json").ProducesProblem(404)
            .WithTags("Imports").WithSummary("Gives an import up; nothing of it remains.");
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http)
    {
        var folder = Folder(http);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = folder.MostBytes;
        var upload = await folder.ReceiveAsync(http.Request.Query.Text("name") ?? "file", http.Request.Body, http.RequestAborted);
        return upload is null
            ? TypedResults.Problem("Too many files wait to be imported. Import or wait: they are gone after a day.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "No room.")
            : Inspected(folder, upload, null);
    }

    private static async Task<IResult> LookAsync(HttpContext http)
    {
        if (Folder(http).Find(Answer.Part(http, "file")) is not { } upload)
            return Answer.Missing("There is no such file: it was imported, or is older than a day. Send it again.");
        var (region, source) = (http.Request.Query.Text("region"), http.Request.Query.Text("source"));
        var profile = region is null || source is null ? null
            : await ArchiveProfile.FindAsync(http.RequestServices.GetRequiredService<NpgsqlDataSource>(), region, source, http.RequestAborted);
        return Inspected(Folder(http), upload, profile);
    }

    private static IResult Inspected(UploadFolder folder, Upload upload, ArchiveMapping? mapping)
    {
        try
        {
            return Text(FileInspection.Of(upload, mapping));
        }
        catch (BadInput refused)
        {
            folder.Drop(upload.Id);
            return TypedResults.ValidationProblem(new Dictionary<string, string[]>
            {
                ["file"] = refused.Message.Replace(upload.Path, upload.Name, StringComparison.Ordinal).Split('\n'),
            }, title: "The file cannot be taken. Nothing was imported.");
        }
    }

    private static IResult All(HttpContext http) => Text(new JsonObject
    {
        ["most_bytes"] = Folder(http).MostBytes,
        ["running"] = new JsonArray([.. Jobs(http).Running.Select(j => JsonNode.Parse(j.Json()))]),
    }.ToJsonString(ImportReport.Json));

    private static async Task<IResult> StartAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        var asked = ImportRequest.Read(body.RootElement, Folder(http));
        if (asked.Faults.Count > 0)
            return TypedResults.ValidationProblem(asked.Faults, title: "The import is not as it must be. Nothing was changed.");
        if (Jobs(http).Start(asked) is not { } job)
            return TypedResults.Problem("Four imports run already. Try again when one of them is done.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Too much at once.");
        http.Response.Headers.Location = $"/api/imports/{job.Id}";
        return TypedResults.Text(job.Json(), "application/json", statusCode: StatusCodes.Status202Accepted);
    }

    private static IResult Job(HttpContext http) => Find(http) is { } job ? Text(job.Json()) : NoJob();

    private static IResult Changes(HttpContext http) => Find(http) is { IsOver: true, ChangesFile: { } file } && File.Exists(file)
        ? TypedResults.PhysicalFile(file, "text/csv; charset=utf-8", "changes.csv") : NoJob();

    private static IResult Cancel(HttpContext http)
    {
        if (Find(http) is not { } job)
            return NoJob();
        job.Cancel();
        return Text(job.Json());
    }

    private static IResult NoJob() => Answer.Missing("There is no such import: the program was started anew since, or many came after it. What it changed stands among the deliveries.");

    private static IResult Text(string json) => TypedResults.Text(json, "application/json");

    private static ImportJob? Find(HttpContext http) => Jobs(http).Find(Answer.Part(http, "job"));

    private static UploadFolder Folder(HttpContext http) => http.RequestServices.GetRequiredService<UploadFolder>();

    private static ImportJobs Jobs(HttpContext http) => http.RequestServices.GetRequiredService<ImportJobs>();
}
