using System.Globalization;
using CoverageGis.Benchmarks;

switch (args)
{
    case ["kernel"]:
        KernelBench.Run();
        return 0;
    case ["bounds"]:
        BoundsBench.Run();
        return 0;
    case ["city"]:
        await CityBench.RunAsync(10_000, CancellationToken.None);
        return 0;
    case ["city", "--cameras", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var cameras) && cameras > 0:
        await CityBench.RunAsync(cameras, CancellationToken.None);
        return 0;
    default:
        Console.Error.WriteLine("Usage: ./coverage bench kernel | bounds | city [--cameras N]");
        return 2;
}
