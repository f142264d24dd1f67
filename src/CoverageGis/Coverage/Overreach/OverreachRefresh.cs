using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Coverage.Overreach;

/// <summary>Keeps the table overreach: which protected areas the views of cameras reach, since when.</summary>
public static class OverreachRefresh
{
    /// <summary>The purpose whose views must not reach protected areas: a head can be made out.</summary>
    public const string Purpose = Views.Realm.Privacy;

    /// <summary>What is smaller, or moved by less, is rounding, m².</summary>
    private const double Noise = 1e-3;

    /// <summary>Whether there is anything in a region that views could reach into: most have nothing.</summary>
    public static Task<bool> ConcernsAsync(NpgsqlConnection connection, string region, CancellationToken token) =>
        connection.ValueAsync<bool>(Statement.Of(typeof(OverreachRefresh), "has-protected-areas"), token, region);

    /// <summary>
    /// Works out anew what views for <see cref="Purpose"/> of these cameras reach, in the caller's transaction. Views of
    /// working cameras count, indoors too. What is as it was is not touched; what changed ends at <paramref name="now"/>.
    /// </summary>
    /// <param name="region">Where the ground lies.</param>
    /// <param name="cameraCodes">Also of cameras of other regions whose views reach here.</param>
    /// <returns>How many entries ended or began.</returns>
    public static Task<int> RunAsync(
        NpgsqlConnection connection, string region, string[] cameraCodes, DateTime now, CancellationToken token) =>
        connection.ValueAsync<int>(Statement.Of(typeof(OverreachRefresh), "refresh-overreach"), token, region, cameraCodes, Purpose, now, Noise);
}
