using System.Collections.Concurrent;
using System.Threading.Channels;

namespace CoverageGis.Coverage.Following;

/// <summary>Something that happened in a region.</summary>
/// <param name="Doing">null = there is a new state to show; else what is being worked out.</param>
/// <param name="Share">Done of that, 0..1.</param>
public sealed record RegionEvent(string Region, string? Doing, double Share);

/// <summary>Hands what happens in regions to whoever listens: the open pages. A slow listener loses the oldest.</summary>
public sealed class RegionNews
{
    private const int MostListeners = 500, MostWaiting = 16;

    private readonly ConcurrentDictionary<Channel<RegionEvent>, string> _listeners = new();

    public void Tell(RegionEvent happened)
    {
        foreach (var (listener, region) in _listeners)
        {
            if (region == happened.Region)
                listener.Writer.TryWrite(happened);
        }
    }

    /// <summary>Something may have happened that was not heard of.</summary>
    public void TellAll()
    {
        foreach (var (listener, region) in _listeners)
            listener.Writer.TryWrite(new RegionEvent(region, null, 1));
    }

    /// <returns>null when too many listen already.</returns>
    public ChannelReader<RegionEvent>? Listen(string region, CancellationToken until)
    {
        if (_listeners.Count >= MostListeners)
            return null;
        var listener = Channel.CreateBounded<RegionEvent>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        _listeners[listener] = region;
        until.Register(() => _listeners.TryRemove(listener, out _));
        return listener.Reader;
    }
}
