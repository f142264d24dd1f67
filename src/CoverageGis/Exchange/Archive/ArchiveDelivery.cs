using CoverageGis.Commands;
using CoverageGis.Exchange.Datums;
using Npgsql;

namespace CoverageGis.Exchange.Archive;

/// <summary>How an archive or a catalog is to be read, from what the user says now and what the source said before.</summary>
/// <param name="Given">The mapping that comes with this delivery; null = as the source's profile says.</param>
/// <param name="Profile">The source whose profile is to be used; null = the one that delivers.</param>
/// <param name="Keep">The given mapping becomes the profile of the source.</param>
public sealed record ArchiveDelivery(ArchiveMapping? Given, string? Profile, bool Keep)
{
    /// <summary>The orders with the mapping, the region's place and the profile to save in them.</summary>
    /// <exception cref="BadInput">There is no such profile, or the mapping cannot be used.</exception>
    public async Task<(ReadOrder Read, ImportOptions Import)> PrepareAsync(
        NpgsqlDataSource database, ReadOrder read, ImportOptions import, CancellationToken token)
    {
        if (!import.Marks)
            return Given is null && Profile is null ? (read, import) : throw new BadInput(
                $"{read.File} is {import.Format}: a mapping or a profile is for camera archives and catalogs. Nothing was imported.");
        if (import.Region is not { } region)
            throw new BadInput($"{read.File} does not say which region it belongs to. Add --region CODE.");
        var mapping = Given ?? await SavedAsync(database, region, import.Source, token);
        var datum = read.Datum ?? (mapping.Datum is { } named ? Datum.Parse(named) : null);
        return (read with { Datum = datum, Mapping = mapping, Around = await ArchiveProfile.AroundAsync(database, region, token) },
            import with { Profile = Keep ? Given : null });
    }

    private async Task<ArchiveMapping> SavedAsync(NpgsqlDataSource database, string region, string source, CancellationToken token) =>
        Profile is { } named ? await ArchiveProfile.RequireAsync(database, region, named, token)
            : await ArchiveProfile.FindAsync(database, region, source, token) ?? ArchiveMapping.None;
}
