using System.Text.Json.Nodes;

namespace CoverageGis.Archive.Rules;

/// <summary>How much a finding weighs, the heaviest first.</summary>
public enum Severity
{
    Fault = 1,
    Warning = 2,
    Hint = 3,
}

/// <summary>A text in both languages; values stand in braces.</summary>
public sealed record BothWords(string En, string Zh)
{
    internal static BothWords Of(JsonNode? node) => new((string)node!["en"]!, (string)node["zh"]!);
}

/// <summary>A rule of the archive, as data/archive-rules.json has it.</summary>
/// <param name="On">False: what it would find is not kept.</param>
/// <param name="Completeness">A record with such a finding is not complete.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Words">What is wrong with one record.</param>
/// <param name="Right">What would be right.</param>
public sealed record ArchiveRule(
    string Code, Severity Severity, bool On, bool Completeness, BothWords Title, BothWords Words, BothWords Right)
{
    internal static ArchiveRule Of(JsonNode rule) => new(
        (string)rule["code"]!, Enum.Parse<Severity>((string)rule["severity"]!, ignoreCase: true), (bool)rule["on"]!,
        (bool?)rule["completeness"] ?? false, BothWords.Of(rule["title"]), BothWords.Of(rule["words"]), BothWords.Of(rule["right"]));

    /// <summary>As the API says it.</summary>
    public string SeverityName => Severity.ToString().ToLowerInvariant();
}
