using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace CoverageGis.Http;

/// <summary>The one place that turns an exception into an answer.</summary>
internal sealed partial class Failures(IProblemDetailsService problems, ILogger<Failures> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancel)
    {
        if (http.RequestAborted.IsCancellationRequested) return Aborted(http);
        var (status, title, detail) = Describe(exception);
        if (status >= 500) Say(http.Request.Path, status, exception);
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = http,
            ProblemDetails = new ProblemDetails { Status = status, Title = title, Detail = detail },
        });
    }

    [LoggerMessage(LogLevel.Error, "{Path} was answered with {Status}")]
    private partial void Say(string path, int status, Exception exception);

    private static bool Aborted(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        return true;
    }

    private static (int Status, string Title, string Detail) Describe(Exception exception) => exception switch
    {
        BadHttpRequestException bad => (bad.StatusCode, "The request is not as it must be.", bad.Message),
        System.Text.Json.JsonException bad => (400, "The body is not JSON.", bad.Message),
        NpgsqlException { InnerException: TimeoutException } => (503, "The database is too slow.", "The answer took longer than 30 seconds. Try again, or ask for less."),
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => (503, "The database is too slow.", "The answer was given up. Try again, or ask for less."),
        NpgsqlException and not PostgresException => (503, "The database does not answer.", "Nothing was lost. Try again when it is back; the program's log says more."),
        _ => (500, "The program failed.", "This is a fault of the program; its log says more."),
    };
}
