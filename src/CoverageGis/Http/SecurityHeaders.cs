using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;

namespace CoverageGis.Http;

/// <summary>Tells the browser to load nothing that is not ours, and to run nothing that stands inside a page.</summary>
internal static partial class SecurityHeaders
{
    private const string Common =
        "default-src 'none'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this WebApplication app)
    {
        var policy = $"{Common}; script-src 'self'{ImportMap(app.Environment.WebRootFileProvider)}; style-src 'self'";
        return app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            return next(http);
        });
    }

    // A page can hold its import map in no other way than inline: this very text is allowed, and no other.
    private static string ImportMap(IFileProvider web)
    {
        var page = web.GetFileInfo("index.html");
        if (!page.Exists) return "";
        using var reader = new StreamReader(page.CreateReadStream());
        var map = InlineMap().Match(reader.ReadToEnd());
        return map.Success ? $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(map.Groups[1].Value)))}'" : "";
    }

    [GeneratedRegex("<script type=\"importmap\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex InlineMap();

    /// <summary>The policy of the page that tries the API: its own script carries a nonce, and it makes its styles itself.</summary>
    public static void ForApiPage(HttpContext http, string nonce) =>
        http.Response.Headers.ContentSecurityPolicy = $"{Common}; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; worker-src blob:";
}
