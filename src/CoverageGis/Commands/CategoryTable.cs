using System.Globalization;
using CoverageGis.Coverage;
using Spectre.Console;

namespace CoverageGis.Commands;

/// <summary>The result of an analysis as a table by category of site, for people.</summary>
public static class CategoryTable
{
    public static async Task WriteAsync(Shell shell, AnalysisSummary all, IReadOnlyList<CategoryStanding> categories)
    {
        var table = new Table().Border(TableBorder.Simple).Title(Markup.Escape($"{all.Region}: {all.Cameras} cameras, {all.Views} views"))
            .AddColumn("category");
        foreach (var name in (string[])["sites", "compliant", "watched m²", "unseen", "unproven", "gaps"])
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var c in categories)
            table.AddRow(c.Category, Number(c.Sites), c.Required == 0 ? "—" : $"{c.Compliant} of {c.Required}",
                Number(c.AreaM2), Share(c.UnseenM2, c.AreaM2), Share(c.UnprovenM2, c.AreaM2), Number(c.Gaps));
        table.AddRow("all", Number(all.Sites), $"{all.Compliant} of {categories.Sum(c => c.Required)}", Number(all.AreaM2),
            Share(all.UnseenM2, all.AreaM2), Share(all.UnprovenM2, all.AreaM2), Number(all.Gaps));
        await shell.Out.WriteLineAsync(TextTable.Rendered(table));
    }

    private static string Number(double value) =>
        Math.Round(value).ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Share(double part, double whole) =>
        whole > 0 ? (part / whole).ToString("0.0 %", CultureInfo.InvariantCulture) : "—";
}
