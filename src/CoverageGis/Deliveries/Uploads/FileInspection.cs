using System.Text.Json.Nodes;
using CoverageGis.Exchange;

namespace CoverageGis.Deliveries.Uploads;

/// <summary>What a file is that someone sent, before anything is imported.</summary>
internal static class FileInspection
{
    /// <exception cref="CoverageGis.Commands.BadInput">It is nothing that could be imported.</exception>
    public static string Of(Upload upload)
    {
        var format = FileFormat.Of(upload.Path, null);
        return new JsonObject
        {
            ["file"] = upload.Id, ["name"] = upload.Name, ["bytes"] = upload.Bytes, ["format"] = format.Name,
        }.ToJsonString(ImportReport.Json);
    }
}
