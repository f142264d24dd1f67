using Microsoft.Extensions.Caching.Memory;

namespace CoverageGis.Http;

/// <summary>Answers about a whole region, kept for as long as the region stays as it is.</summary>
internal sealed class KeptAnswers : IDisposable
{
    private const long MostBytes = 16 << 20;
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>The JSON of a statement whose parameters are the region, the moment, and those given.</summary>
    public Task<IResult> JsonAsync(HttpContext http, string sql, params object?[] more) =>
        KeptAsync(http, sql, [http.State().Region, http.State().At, .. more]);

    /// <summary>The same of a statement that knows no moment: its parameters are the region and those given.</summary>
    public Task<IResult> JsonOfNowAsync(HttpContext http, string sql, params object?[] more) =>
        KeptAsync(http, sql, [http.State().Region, .. more]);

    private async Task<IResult> KeptAsync(HttpContext http, string sql, object?[] values)
    {
        var state = http.State();
        var key = (state.Region, state.Findings, sql, string.Join('\n', values.Skip(1)));
        if (!_kept.TryGetValue(key, out string? json))
        {
            json = await Answer.TextAsync(http, sql, values);
            _kept.Set(key, json, new MemoryCacheEntryOptions { Size = 2 * json!.Length });
        }
        return TypedResults.Text(json, "application/json");
    }

    public void Dispose() => _kept.Dispose();
}
