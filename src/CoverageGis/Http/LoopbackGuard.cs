using System.Net;
using CoverageGis.Commands;

namespace CoverageGis.Http;

/// <summary>
/// Until accounts exist, only this machine may ask. A page of another site that makes its own name point here
/// (DNS rebinding) still sends that name in Host, so the name is checked as well as the address.
/// </summary>
internal static class LoopbackGuard
{
    /// <summary>Refuses to listen anywhere but on this machine.</summary>
    /// <exception cref="BadInput">The address is none, or reachable from elsewhere.</exception>
    public static Uri Listen(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp)
            throw new BadInput($"\"{url}\" is not an address to serve on; it must look like http://127.0.0.1:8080.");
        if (!IsThisMachine(address.Host))
            throw new BadInput($"\"{url}\" can be reached from other machines. Until accounts exist, only this machine is served: use http://127.0.0.1:{address.Port}.");
        return address;
    }

    public static IApplicationBuilder UseLoopbackGuard(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (IsThisMachine(http.Request.Host.Host) && IsLocal(http.Connection.RemoteIpAddress)) await next(http);
        else
            await TypedResults.Problem("Only requests of this machine to localhost are answered.", statusCode: StatusCodes.Status403Forbidden, title: "Not allowed.")
                .ExecuteAsync(http);
    });

    private static bool IsLocal(IPAddress? caller) => caller is null || IPAddress.IsLoopback(caller);

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
