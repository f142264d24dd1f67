using CoverageGis.Benchmarks;

switch (args.FirstOrDefault())
{
    case "kernel":
        KernelBench.Run();
        return 0;
    default:
        Console.Error.WriteLine("Usage: CoverageGis.Benchmarks kernel");
        return 2;
}
