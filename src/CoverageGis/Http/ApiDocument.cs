using System.Security.Cryptography;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace CoverageGis.Http;

/// <summary>The description of the API, and a page to try it; both come from this server alone.</summary>
internal static class ApiDocument
{
    private const string WhoMayCall = "Who may call: the local operator (any request from this machine).";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "CoverageGis",
                Version = "1",
                Description = "Key sites, what of them cameras see, and the gaps. Geometry is GeoJSON in longitude and latitude (WGS 84). "
                    + "Every answer about a region carries an ETag of the state that it shows; every error is a problem detail that names all faults at once.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            operation.Description = string.Join("\n\n", new[] { operation.Description, WhoMayCall }.Where(text => !string.IsNullOrEmpty(text)));
            AddParameters(operation, context.Description.ActionDescriptor.EndpointMetadata.OfType<KnownParameters>().FirstOrDefault());
            return Task.CompletedTask;
        });
    });

    private static void AddParameters(OpenApiOperation operation, KnownParameters? known)
    {
        operation.Parameters ??= [];
        foreach (var parameter in known?.All ?? [])
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }

    public static void MapApiDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/api/openapi.json");
        routes.MapScalarApiReference("/api/docs", (options, http) =>
        {
            var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            SecurityHeaders.ForApiPage(http, nonce);
            options.WithTitle("CoverageGis API").WithNonce(nonce).WithOpenApiRoutePattern("/api/openapi.json")
                .DisableDefaultFonts().DisableTelemetry().DisableAgent();
        });
    }
}
