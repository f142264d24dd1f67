using Spectre.Console;

namespace CoverageGis.Commands;

/// <summary>A progress bar on standard error while work goes on; silent where nobody watches.</summary>
public static class ProgressLine
{
    /// <param name="work">Reports what it is doing and the share done of that, 0..1.</param>
    public static async Task<T> ShowAsync<T>(Shell shell, Func<IProgress<(string Doing, double Share)>, Task<T>> work)
    {
        if (!shell.IsInteractive)
            return await work(new Silent());
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(shell.Error) });
        return await console.Progress().AutoClear(true).StartAsync(bars => work(new Bars(bars)));
    }

    private sealed class Silent : IProgress<(string, double)>
    {
        public void Report((string, double) value)
        {
        }
    }

    private sealed class Bars(ProgressContext context) : IProgress<(string Doing, double Share)>
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<string, ProgressTask> _tasks = [];

        public void Report((string Doing, double Share) value)
        {
            lock (_gate)
            {
                if (!_tasks.TryGetValue(value.Doing, out var task))
                    _tasks[value.Doing] = task = context.AddTask(Markup.Escape(value.Doing), maxValue: 1);
                task.Value = Math.Max(task.Value, Math.Min(1, value.Share));
            }
        }
    }
}
