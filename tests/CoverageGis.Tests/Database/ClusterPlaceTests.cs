using CoverageGis.Commands;
using CoverageGis.Database;

namespace CoverageGis.Tests.Database;

/// <summary>Homes that the server's user cannot simply walk to, and what earlier servers left in them.</summary>
public sealed class ClusterPlaceTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TemporaryHome _temporary = new();

    private string Home => _temporary.Path;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_home_that_only_root_can_enter_links_to_its_cluster_elsewhere()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "An ordinary user's server runs as that user.");
        File.SetUnixFileMode(Home, OwnerOnly);
        await (await PrivateCluster.StartAsync(Home, null, Cancel)).DisposeAsync();
        var target = new DirectoryInfo(Path.Combine(Home, "cluster")).LinkTarget!;
        try
        {
            Assert.True(File.Exists(Path.Combine(target, "PG_VERSION")));
            await (await PrivateCluster.StartAsync(Home, null, Cancel)).DisposeAsync();
            Assert.Equal(target, new DirectoryInfo(Path.Combine(Home, "cluster")).LinkTarget);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(target)!, recursive: true);
        }
    }

    [Fact]
    public async Task A_cluster_whose_home_was_closed_later_is_not_forgotten()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "An ordinary user's server runs as that user.");
        var inner = Path.Combine(Home, "inner");
        await (await PrivateCluster.StartAsync(inner, null, Cancel)).DisposeAsync();
        File.SetUnixFileMode(Home, OwnerOnly);
        var refusal = await Assert.ThrowsAsync<BadEnvironment>(() => PrivateCluster.StartAsync(inner, null, Cancel));
        Assert.EndsWith($"Type: chmod o+x {Home}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_note_of_a_killed_server_whose_number_is_another_programs_now_is_no_obstacle()
    {
        await (await PrivateCluster.StartAsync(Home, null, Cancel)).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(Home, "cluster", "postmaster.pid"), $"{Environment.ProcessId}\n", Cancel);
        await (await PrivateCluster.StartAsync(Home, null, Cancel)).DisposeAsync();
    }

    [Fact]
    public async Task A_failed_start_leaves_no_server_behind()
    {
        await (await PrivateCluster.StartAsync(Home, null, Cancel)).DisposeAsync();
        await File.AppendAllTextAsync(Path.Combine(Home, "cluster", "postgresql.conf"), "no_such_setting = 1\n", Cancel);
        var refusal = await Assert.ThrowsAsync<BadEnvironment>(() => PrivateCluster.StartAsync(Home, null, Cancel));
        Assert.Contains("does not start", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("no_such_setting", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Home, "cluster", "postmaster.pid")));
    }

    public void Dispose() => _temporary.Dispose();
}
