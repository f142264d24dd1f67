using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace CoverageGis.Http;

/// <summary>The description of the API, and a page to try it; both come from this server alone.</summary>
internal static partial class ApiDocument
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
            AddParts(operation, context.Description.RelativePath ?? "");
            AddParameters(operation, context.Description.ActionDescriptor.EndpointMetadata.OfType<KnownParameters>().FirstOrDefault());
            return Task.CompletedTask;
        });
    });

    // The parts of an address that a handler reads itself.
    private static void AddParts(OpenApiOperation operation, string path)
    {
        operation.Parameters ??= [];
        foreach (Match part in PartOfPath().Matches(path))
        {
            var name = part.Groups[1].Value;
            if (operation.Parameters.All(p => p.Name != name)) operation.Parameters.Add(Text(name, ParameterLocation.Path, null));
        }
    }

    [GeneratedRegex(@"\{\**(\w+)(?::\w+)?\}")]
    private static partial Regex PartOfPath();

    private static OpenApiParameter Text(string name, ParameterLocation place, string? description) => new()
    {
        Name = name,
        In = place,
        Required = place == ParameterLocation.Path,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static void AddParameters(OpenApiOperation operation, KnownParameters? known)
    {
        if (known is null) return;
        foreach (var parameter in known.All)
            operation.Parameters!.Add(Text(parameter.Name, ParameterLocation.Query, parameter.Description));
    }

    public static void MapApiDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/api/openapi.json");
        routes.MapScalarApiReference("/api/docs", (options, http) =>
        {
            var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            SecurityHeaders.ForApiPage(http, nonce);
            options.WithTitle("CoverageGis API").WithNonce(nonce).WithOpenApiRoutePattern("/api/openapi.json")
                .DisableDefaultFonts().DisableTelemetry().DisableAgent().HideDeveloperTools();
        });
    }
}
