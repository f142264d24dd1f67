namespace CoverageGis.Tests.Oracle.Scenes;

/// <summary>Chance with a seed.</summary>
internal sealed class Dice(int seed)
{
    public Random Random { get; } = new(seed);

    public double Between(double least, double most) => least + (most - least) * Random.NextDouble();

    public int Whole(int least, int most) => Random.Next(least, most + 1);

    public bool Chance(double share) => Random.NextDouble() < share;

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[Random.Next(choices.Count)];
}
