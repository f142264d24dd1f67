using System.Runtime.InteropServices;
using CoverageGis.Commands;

using var hangUp = new CancellationTokenSource();
// Closing the terminal ends a command as Ctrl-C does: with its database stopped.
using var signal = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
{
    context.Cancel = true;
    hangUp.Cancel();
});
return await CommandLine.RunAsync(args, Console.Out, Console.Error, hangUp.Token);
