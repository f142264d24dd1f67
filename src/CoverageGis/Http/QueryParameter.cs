using System.Globalization;

namespace CoverageGis.Http;

/// <summary>One parameter of a request's query: how it is documented, and what is wrong with a value.</summary>
/// <param name="Name">As in the address.</param>
/// <param name="Description">For the one who calls.</param>
/// <param name="Fault">Null for a good value, else a sentence that says what would be right.</param>
internal sealed record QueryParameter(string Name, string Description, Func<string, string?> Fault)
{
    public static QueryParameter Text(string name, int longest, string description) => new(name, description,
        value => value.Length <= longest ? null : $"is longer than {longest} characters");

    public static QueryParameter OneOf(string name, IReadOnlyList<string> values, string description) => new(name,
        $"{description} One of: {string.Join(", ", values)}.",
        value => values.Contains(value) ? null : $"is \"{value}\", and must be one of: {string.Join(", ", values)}");

    public static QueryParameter Integer(string name, int least, int most, string description) => new(name,
        $"{description} From {least} to {most}.",
        value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? null
            : $"is \"{value}\", and must be a whole number from {least} to {most}");

    public static QueryParameter Moment(string name, string description) => new(name,
        $"{description} {char.ToUpperInvariant(Http.Moment.Wanted[0])}{Http.Moment.Wanted[1..]}.", Http.Moment.Fault);

    /// <summary>A part of the map.</summary>
    public static readonly QueryParameter Box = new("bbox", "Only what lies in this part of the map: west,south,east,north in degrees.",
        value => QueryParameters.Box(value) is null ? $"is \"{value}\", and must be west,south,east,north in degrees, such as 118.8,32.3,118.9,32.4" : null);

    /// <summary>The moment whose state is shown.</summary>
    public static readonly QueryParameter At = Moment("at", "The state of this moment instead of now.");
}

/// <summary>The parameters that an endpoint knows; any other is bad input.</summary>
internal sealed record KnownParameters(IReadOnlyList<QueryParameter> All);

internal static class QueryParameters
{
    public static T Accepts<T>(this T endpoint, params QueryParameter[] parameters) where T : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new KnownParameters(parameters));

    /// <summary>The value of a parameter that was checked before, or null when it is absent or blank.</summary>
    public static string? Text(this IQueryCollection query, string name) =>
        query[name].ToString() is { Length: > 0 } value ? value : null;

    public static int Integer(this IQueryCollection query, string name, int absent) =>
        Text(query, name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : absent;

    /// <summary>A moment that was checked before, or null when it is absent: now.</summary>
    public static DateTime? Moment(this IQueryCollection query, string name) =>
        Text(query, name) is { } value ? Http.Moment.Read(value) : null;

    /// <summary>West, south, east, north of a part that was checked before, or null when it is absent.</summary>
    public static double?[]? Box(this IQueryCollection query, string name) => Text(query, name) is { } value ? Box(value) : null;

    internal static double?[]? Box(string value)
    {
        var parts = value.Split(',').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : (double?)null).ToArray();
        return parts is [{ } west, { } south, { } east, { } north] && west is >= -180 and < 180 && west < east && east <= 180 && south >= -90 && south < north && north <= 90 ? parts : null;
    }

    /// <summary>All that is wrong with a query, by parameter.</summary>
    public static Dictionary<string, string[]> Faults(IQueryCollection query, IReadOnlyList<QueryParameter> known)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, values) in query)
        {
            if (Fault(known.FirstOrDefault(p => p.Name == name), values, known) is { } fault) faults[name] = [fault];
        }
        return faults;
    }

    private static string? Fault(QueryParameter? parameter, Microsoft.Extensions.Primitives.StringValues values, IReadOnlyList<QueryParameter> known) =>
        parameter is null ? Unknown(known)
        : values.Count > 1 ? "is given more than once"
        : values[0] is { Length: > 0 } value ? (value.Contains('\0') ? "contains a NUL character" : parameter.Fault(value))
        : null;

    private static string Unknown(IReadOnlyList<QueryParameter> known) =>
        known.Count == 0 ? "is unknown: there are no parameters here" : $"is unknown; known are: {string.Join(", ", known.Select(p => p.Name))}";
}
