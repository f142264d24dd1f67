using System.CommandLine;
using CoverageGis.Benchmarks;
using CoverageGis.Benchmarks.Cities;

var root = new RootCommand("Measures the program on cities that it makes itself");
root.Subcommands.Add(Kernel());
root.Subcommands.Add(City());
return await root.Parse(args).InvokeAsync();

static Command Kernel()
{
    var command = new Command("kernel", "Views a second on one thread");
    command.SetAction(_ => KernelBench.Run());
    return command;
}

static Command City()
{
    var cameras = new Option<int>("--cameras") { Description = "How many cameras the city has; zones a fifth of it, buildings six times as many", DefaultValueFactory = _ => 10_000 };
    var rounds = new Option<int>("--rounds") { Description = "How often both sides are measured, in turn; the middle counts", DefaultValueFactory = _ => 3 };
    var growth = new Option<bool>("--growth") { Description = "Measure a city of a tenth of the size first, and how time grows" };
    var command = new Command("city", "A full analysis against one SQL pipeline on the same cluster") { cameras, rounds, growth };
    command.SetAction((parse, token) =>
        CityBench.RunAsync(parse.GetValue(cameras), parse.GetValue(rounds), parse.GetValue(growth), token));
    return command;
}
