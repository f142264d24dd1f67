using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace CoverageGis.Http;

/// <summary>Where a page of a list ends: the key of its last row, in one word that an address can carry.</summary>
internal static class PageKey
{
    /// <summary>Replaces the property "last" of a page (an array, or null at the end of the list) by "next".</summary>
    public static string WithNext(string page)
    {
        var json = JsonNode.Parse(page)!.AsObject();
        json.Remove("last", out var last);
        json["next"] = last is null ? null : WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(last.ToJsonString()));
        return json.ToJsonString();
    }

    /// <summary>The key as a JSON array; null when the word is none of this list.</summary>
    /// <param name="kinds">Of the array's values, for example "NumberString".</param>
    public static string? Read(string word, string kinds)
    {
        try
        {
            var text = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(word));
            return JsonNode.Parse(text) is JsonArray key && string.Concat(key.Select(part => part?.GetValueKind().ToString())) == kinds ? text : null;
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            return null;
        }
    }

    public static QueryParameter Parameter(string kinds) => new("after", "The next page: \"next\" of the page before.",
        value => Read(value, kinds) is null ? "is not the \"next\" of a page" : null);
}
