using System.CommandLine;
using CoverageGis.Exchange.Exports;
using CoverageGis.Exchange.Exports.Formats;
using CoverageGis.Http;
using Npgsql;

namespace CoverageGis.Commands;

/// <summary>export: a layer of a region as a file or on standard output.</summary>
public static class ExportCommand
{
    private const int OutputBuffer = 1 << 16;

    private sealed record Asked(ExportLayer Layer, string? Region, ExportFormat Format, string? Output, DateTime? At);

    public static Command Create()
    {
        var layer = new Argument<string>("layer") { Description = string.Join(", ", ExportLayer.All.Select(l => l.Name)) };
        layer.AcceptOnlyFromAmong([.. ExportLayer.All.Select(l => l.Name)]);
        var region = new Option<string?>("--region") { Description = "Needed when more than one is loaded", HelpName = "CODE" };
        var format = new Option<string>("--format") { Description = ExportFormat.Names, HelpName = "FORMAT", Required = true };
        format.AcceptOnlyFromAmong([.. ExportFormat.All.Select(f => f.Name)]);
        var output = new Option<string?>("--output") { Description = "A file; standard output when absent", HelpName = "FILE" };
        var at = At();
        var command = new Command("export", "Write a layer of a region") { layer, region, format, output, at };
        command.SetAction((parse, token) => RunAsync(Shell.From(parse), new Asked(
            ExportLayer.All.Single(l => l.Name == parse.GetValue(layer)), parse.GetValue(region),
            ExportFormat.All.Single(f => f.Name == parse.GetValue(format)), parse.GetValue(output), parse.GetValue(at) is { } moment ? Moment.Read(moment) : null), token));
        return command;
    }

    private static Option<string?> At()
    {
        var at = new Option<string?>("--at") { Description = "As it was at this moment, such as 2026-11-23T14:05:00+08:00; now when absent", HelpName = "MOMENT" };
        at.Validators.Add(given =>
        {
            if (given.Tokens is [var moment] && Moment.Fault(moment.Value) is { } fault)
                given.AddError($"--at {fault}.");
        });
        return at;
    }

    private static async Task<int> RunAsync(Shell shell, Asked asked, CancellationToken token)
    {
        asked.Format.Require(asked.Layer);
        if (asked.Output is null && !asked.Format.IsText && ReferenceEquals(shell.Out, Console.Out) is false)
            throw new BadInput($"{asked.Format.Name} is no text: add --output FILE.");
        await using var database = await shell.OpenAsync(token);
        var region = Region(asked.Region, await RegionsCommand.CodesAsync(database.Source, token));
        if (asked.Output is { } file)
        {
            var count = await ToFileAsync(file, stream => asked.Format.Write(Order(database.Source, region, asked), stream, token), token);
            await shell.Error.WriteLineAsync($"{count} {asked.Layer.Name} of {region} written to {file}");
            return 0;
        }
        await using var output = Output(shell);
        await asked.Format.Write(Order(database.Source, region, asked), output, token);
        return 0;
    }

    /// <summary>UTF-8 whatever the terminal is set to; a writer that is not the terminal gets text.</summary>
    private static Stream Output(Shell shell) => ReferenceEquals(shell.Out, Console.Out)
        ? new BufferedStream(Console.OpenStandardOutput(), OutputBuffer) : new OutputStream(shell.Out);

    private static string Region(string? asked, List<string> known) => asked is null
        ? known.Count == 1 ? known[0] : throw new BadInput(known.Count == 0
            ? "Nothing is loaded yet: ./coverage import FILE --region CODE."
            : $"Which region? Add --region with one of: {string.Join(", ", known)}.")
        : known.Contains(asked) ? asked : throw RegionsCommand.Unknown(asked, known);

    private static ExportOrder Order(NpgsqlDataSource database, string region, Asked asked) => new(database, asked.Layer, region, asked.At);

    /// <summary>Written beside its place and moved there when it is whole: a failure leaves what was there.</summary>
    private static async Task<int> ToFileAsync(string file, Func<Stream, Task<int>> write, CancellationToken token)
    {
        var draft = new FileInfo($"{file}.{Environment.ProcessId}.part");
        if (Directory.Exists(file) || !Directory.Exists(draft.DirectoryName))
            throw new BadInput($"{file} cannot be written: {(Directory.Exists(file) ? "it is a folder" : $"there is no folder {draft.DirectoryName}")}.");
        try
        {
            int count;
            await using (var stream = new FileStream(draft.FullName, FileMode.Create, FileAccess.Write, FileShare.None, OutputBuffer))
            {
                count = await write(stream);
                await stream.FlushAsync(token);
            }
            File.Move(draft.FullName, file, overwrite: true);
            return count;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInput($"{file} cannot be written: {failure.Message}", failure);
        }
        finally
        {
            draft.Delete();
        }
    }
}
