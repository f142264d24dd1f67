using System.Net;
using System.Text.RegularExpressions;

namespace CoverageGis.Exchange.Archive.Values;

/// <summary>Addresses of devices and ways into them: never kept, never shown, whatever column they stand in.</summary>
internal static partial class Secret
{
    public static bool Is(string value) => value.Length >= 7 && (Hardware().IsMatch(value) || Login().IsMatch(value) || V4().IsMatch(value)
        || (value.Contains(':', StringComparison.Ordinal) && value.Count(c => c == ':') >= 2 && !value.Any(c => !char.IsAsciiHexDigit(c) && c is not (':' or '.' or '%' or '/'))
            && IPAddress.TryParse(value, out _)));

    /// <summary>A value as a message may name it.</summary>
    public static string Shown(string value) => Is(value) ? "(not shown)" : Scene.OneLine.Of(value);

    [GeneratedRegex(@"^([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}$")]
    private static partial Regex Hardware();

    [GeneratedRegex(@"\w+://[^/\s]*@|(?i)\b(rtsp|rtmp)://")]
    private static partial Regex Login();

    [GeneratedRegex(@"(?<![\d.])((25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])")]
    private static partial Regex V4();
}
