using System.Threading.Channels;
using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Coverage.Following;

/// <summary>
/// Follows what changes: listens to the database, whoever wrote to it, brings the regions that changed up to date, one
/// after the other, and tells the open pages. At its start, after a lost connection and once a minute it asks every
/// region, so that nothing that was not heard is lost.
/// </summary>
public sealed partial class RegionFollower(NpgsqlDataSource database, RegionNews news, ILogger<RegionFollower> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1), Pause = TimeSpan.FromSeconds(2);

    private readonly Channel<string> _changed = Channel.CreateUnbounded<string>();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(ListenAsync(stoppingToken), WorkAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(token);
                connection.Notification += (_, heard) => Hear(heard);
                await connection.RunAsync("listen coverage_change; listen coverage_found", token);
                news.TellAll();
                while (true)
                {
                    await AskAllAsync(token);
                    while (await connection.WaitAsync(Round, token))
                    {
                    }
                }
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException or TimeoutException)
            {
                Say("listening", failure);
                await Task.Delay(Pause, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Hear(NpgsqlNotificationEventArgs heard)
    {
        if (heard.Channel == "coverage_change")
            _changed.Writer.TryWrite(heard.Payload);
        else
            news.Tell(new RegionEvent(heard.Payload, null, 1));
    }

    private async Task AskAllAsync(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var command = connection.With(Statement.Of(typeof(RegionFollower), "regions-to-follow"));
        await using var row = await command.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
            _changed.Writer.TryWrite(row.GetString(0));
    }

    private async Task WorkAsync(CancellationToken token)
    {
        try
        {
            await foreach (var region in _changed.Reader.ReadAllAsync(token))
                await FollowAsync(region, token);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task FollowAsync(string region, CancellationToken token)
    {
        try
        {
            await Analysis.FollowAsync(database, region, full: false, new Telling(news, region), token);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Say(region, failure);
            await Task.Delay(Pause, token);
        }
    }

    [LoggerMessage(LogLevel.Error, "Following {What} failed; it will be tried again")]
    private partial void Say(string what, Exception failure);

    /// <summary>Little work is over before anyone could read of it: only what takes a while is told.</summary>
    private sealed class Telling(RegionNews news, string region) : IProgress<AnalysisProgress>
    {
        private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(300);

        private readonly Lock _gate = new();
        private DateTime _last = DateTime.UtcNow;

        public void Report(AnalysisProgress value)
        {
            lock (_gate)
            {
                if (DateTime.UtcNow - _last < Often)
                    return;
                _last = DateTime.UtcNow;
            }
            news.Tell(new RegionEvent(region, value.Doing, value.Share));
        }
    }
}
