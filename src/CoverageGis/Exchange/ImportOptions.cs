using CoverageGis.Exchange.Archive;

namespace CoverageGis.Exchange;

/// <summary>How a delivery is to be taken.</summary>
/// <param name="Region">Where it belongs; null = as the file says.</param>
/// <param name="Source">Who delivers: what this source delivered before and lacks now is marked removed.</param>
/// <param name="Partial">Not all of it: nothing is removed.</param>
/// <param name="DryRun">Work out what would change, and change nothing.</param>
/// <param name="Operator">Who does this.</param>
public sealed record ImportOptions(
    string? Region, string Source, string File, string Format, bool Partial, bool DryRun, string Operator)
{
    /// <summary>An archive or a catalog says what a source has, and not what has gone: what it lacks is marked, not removed.</summary>
    private static readonly string[] Marking = ["archive", "catalog"];

    public bool Marks => Marking.Contains(Format);

    /// <summary>Saved as the source's profile, so that its next delivery is read the same way; null = nothing to save.</summary>
    public ArchiveMapping? Profile { get; init; }

    /// <summary>Told of every change, field by field; null = nobody wants to know. A dry run always lists them.</summary>
    public TextWriter? Changes { get; init; }
}
