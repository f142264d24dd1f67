using System.Globalization;
using Spectre.Console;

namespace CoverageGis.Commands;

/// <summary>A table as plain text, the same in a terminal and in a file.</summary>
public static class TextTable
{
    private const int Width = 100;

    public static string Rendered(Table table)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors,
        });
        console.Profile.Width = Width;
        console.Write(table);
        return text.ToString().TrimEnd();
    }
}
