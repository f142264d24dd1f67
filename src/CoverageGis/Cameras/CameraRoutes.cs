using CoverageGis.Database;
using CoverageGis.Http;

namespace CoverageGis.Cameras;

internal static class CameraRoutes
{
    private static readonly string Detail = Statement.Of(typeof(CameraRoutes), "camera-detail");

    public static void MapCameras(this IEndpointRouteBuilder region) =>
        region.MapJson("/cameras/{**code}", http => CameraAsync(http, Answer.Part(http, "code")))
            .ProducesProblem(404)
            .WithTags("Cameras").WithSummary("One camera: facts as recorded and as used, its views, and the sites that it helps to watch.");

    private static Task<IResult> CameraAsync(HttpContext http, string code) =>
        Answer.JsonAsync(http, Detail, $"There is no camera \"{code}\" in this region.", http.State().Region, code);
}
