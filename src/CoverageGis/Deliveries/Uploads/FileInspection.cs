using System.Text.Json;
using System.Text.Json.Nodes;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Archive;

namespace CoverageGis.Deliveries.Uploads;

/// <summary>What a file is that someone sent, before anything is imported.</summary>
internal static class FileInspection
{
    /// <exception cref="CoverageGis.Commands.BadInput">It is nothing that could be imported.</exception>
    /// <param name="mapping">How its columns are to be taken; null = as the form tells.</param>
    public static string Of(Upload upload, ArchiveMapping? mapping)
    {
        var format = FileFormat.Of(upload.Path, null);
        return new JsonObject
        {
            ["file"] = upload.Id, ["name"] = upload.Name, ["bytes"] = upload.Bytes, ["format"] = format.Name,
            ["table"] = format.Name == "archive"
                ? JsonSerializer.SerializeToNode(ArchiveTable.Inspect(upload.Path, mapping), ImportReport.Json) : null,
            ["mapping"] = mapping is null ? null : JsonNode.Parse(mapping.ToJson()),
        }.ToJsonString(ImportReport.Json);
    }
}
