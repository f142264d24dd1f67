using Microsoft.Extensions.Caching.Memory;

namespace CoverageGis.Http;

/// <summary>Answers about a whole region, kept for as long as the region stays as it is.</summary>
internal sealed class KeptAnswers : IDisposable
{
    private const long MostBytes = 16 << 20;
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>The JSON of a statement whose parameters are the region, the moment, and those given.</summary>
    public async Task<IResult> JsonAsync(HttpContext http, string sql, params object?[] more)
    {
        var state = http.State();
        var key = (state.Region, state.Findings, sql, string.Join('\n', more));
        if (!_kept.TryGetValue(key, out string? json))
        {
            json = await Answer.TextAsync(http, sql, [state.Region, state.At, .. more]);
            _kept.Set(key, json, new MemoryCacheEntryOptions { Size = 2 * json!.Length });
        }
        return TypedResults.Text(json, "application/json");
    }

    public void Dispose() => _kept.Dispose();
}
