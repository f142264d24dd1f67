using System.CommandLine;
using CoverageGis.Benchmarks;
using CoverageGis.Benchmarks.Archives;
using CoverageGis.Benchmarks.Cities;
using CoverageGis.Benchmarks.Edits;
using CoverageGis.Benchmarks.Serving;

var root = new RootCommand("Measures the program on cities that it makes itself")
{
    Kernel(), Bounds(), City(), Edit(), Archive(),
    Served("tile", "Vector tiles over HTTP against the bare statement under pgbench", TileBench.RunAsync),
    Served("preview", "What a camera would see, while it is dragged", PreviewBench.RunAsync),
};
return await root.Parse(args).InvokeAsync();

static Command Kernel()
{
    var command = new Command("kernel", "Views a second on one thread");
    command.SetAction(_ => KernelBench.Run());
    return command;
}

static Command Bounds()
{
    var command = new Command("bounds", "Certain and possible views a second on one thread, of cameras with intervals");
    command.SetAction(_ => BoundsBench.Run());
    return command;
}

static Command City()
{
    var (cameras, rounds) = (Cameras(), Number("--rounds", "How often both sides are measured, in turn; the middle counts", 3));
    var growth = new Option<bool>("--growth") { Description = "Measure a city of a tenth of the size first, and how time grows" };
    var command = new Command("city", "A full analysis against one SQL pipeline on the same cluster") { cameras, rounds, growth };
    command.SetAction((parse, token) =>
        CityBench.RunAsync(parse.GetValue(cameras), parse.GetValue(rounds), parse.GetValue(growth), token));
    return command;
}

static Command Edit()
{
    var (cameras, edits) = (Cameras(), Number("--edits", "How many cameras are edited, one after the other", 1000));
    var command = new Command("edit", "One camera edited: how soon the answer is up to date and committed") { cameras, edits };
    command.SetAction((parse, token) => EditBench.RunAsync(parse.GetValue(cameras), parse.GetValue(edits), token));
    return command;
}

static Command Archive()
{
    var rows = Number("--rows", "How many rows of 27 columns the archive has", 100_000);
    var command = new Command("archive", "A camera archive imported from CSV and XLSX: seconds, and memory at its peak") { rows };
    command.SetAction((parse, token) => ArchiveBench.RunAsync(parse.GetValue(rows), token));
    return command;
}

static Command Served(string name, string what, Func<int, CancellationToken, Task> run)
{
    var cameras = Cameras();
    var command = new Command(name, what) { cameras };
    command.SetAction((parse, token) => run(parse.GetValue(cameras), token));
    return command;
}

static Option<int> Cameras() => Number("--cameras", "How many cameras the city has; zones a fifth of it, buildings six times as many", 10_000);

static Option<int> Number(string name, string what, int usual)
{
    var option = new Option<int>(name) { Description = what, DefaultValueFactory = _ => usual };
    option.Validators.Add(given => { if (given.GetValueOrDefault<int>() < 1) given.AddError($"{name} must be at least 1"); });
    return option;
}
