namespace CoverageGis.Demo.Drawing;

/// <summary>
/// The only chance in the demo city: SplitMix64 (Steele, Lea, Flood 2014), our own copy,
/// so that a seed means the same town under every version of the runtime.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A stream of its own for one subject, so that a change in one place does not shift all others.</summary>
    public static Dice For(int seed, string subject, long number = 0)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in subject) hash = (hash ^ letter) * 1099511628211UL;
        var mixed = new Dice(hash ^ ((ulong)(uint)seed << 32));
        return new Dice(mixed.Next() ^ ((ulong)number * 0x9E3779B97F4A7C15UL));
    }

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>In [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + ((high - low) * Unit());

    public int Below(int count) => (int)(Next() % (ulong)count);

    public bool Chance(double share) => Unit() < share;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];
}
