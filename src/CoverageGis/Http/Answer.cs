using Npgsql;

namespace CoverageGis.Http;

/// <summary>Answers that the database has put into words itself: JSON passes through as it is.</summary>
internal static class Answer
{
    /// <summary>Maps an address to a handler that answers with JSON.</summary>
    public static RouteHandlerBuilder MapJson(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, Task<IResult>> handler) =>
        routes.MapGet(pattern, (Delegate)handler).Produces(200, contentType: "application/json");

    /// <summary>The JSON value of a statement's only row; 404 with <paramref name="missing"/> when there is none.</summary>
    public static async Task<IResult> JsonAsync(HttpContext http, string sql, string missing, params object?[] values)
    {
        var json = await TextAsync(http, sql, values);
        return json is null ? Missing(missing) : TypedResults.Text(json, "application/json");
    }

    /// <summary>The text of a statement's only value, or null.</summary>
    public static async Task<string?> TextAsync(HttpContext http, string sql, params object?[] values)
    {
        var source = http.RequestServices.GetRequiredService<NpgsqlDataSource>();
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return await command.ExecuteScalarAsync(http.RequestAborted) as string;
    }

    /// <summary>A part of the address; a slash inside a code may be escaped there.</summary>
    public static string Part(HttpContext http, string name) =>
        ((string)http.GetRouteValue(name)!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase).Replace("\0", "", StringComparison.Ordinal);

    public static IResult Missing(string what) => TypedResults.Problem(what, statusCode: StatusCodes.Status404NotFound, title: "Not found.");

    public static IResult Wrong(string parameter, string fault) => TypedResults.ValidationProblem(
        new Dictionary<string, string[]> { [parameter] = [fault] }, title: "The request is not as it must be.");
}
