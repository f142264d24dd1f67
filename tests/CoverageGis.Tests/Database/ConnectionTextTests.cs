using CoverageGis.Commands;
using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Tests.Database;

public sealed class ConnectionTextTests
{
    [Theory]
    [InlineData("Host=db;Port=6000;Database=city;Username=me;Password=x", "db", 6000, "city", "me", "x")]
    [InlineData("postgres://me:x@db:6000/city", "db", 6000, "city", "me", "x")]
    [InlineData("postgresql://me@db/city", "db", 5432, "city", "me", null)]
    [InlineData("postgres://me:p%40ss%2Fw@db/city", "db", 5432, "city", "me", "p@ss/w")]
    [InlineData("postgres:///city?host=/run/postgresql&user=me", "/run/postgresql", 5432, "city", "me", null)]
    public void Both_forms_are_understood(string text, string host, int port, string database, string user, string? password)
    {
        var read = ConnectionText.Parse(text);
        Assert.Equal((host, port, database, user, password), (read.Host, read.Port, read.Database, read.Username, read.Password));
    }

    [Fact]
    public void A_wish_for_encryption_is_kept() =>
        Assert.Equal(SslMode.VerifyFull, ConnectionText.Parse("postgres://me@db/city?sslmode=verify-full").SslMode);

    [Theory]
    [InlineData("mysql://me:secret-word@db/city", "mysql:// is not postgres://.")]
    [InlineData("postgres://me:secret-word@db/city?sslmod=require", "The parameter sslmod is not known.")]
    [InlineData("Database=city;Password=secret-word", "It names no host.")]
    [InlineData("postgres://me:secret-word@db/city?port=many", "Right would be")]
    [InlineData("secret-word", "Right would be")]
    public void What_cannot_be_read_is_told_and_not_repeated(string text, string told)
    {
        var refusal = Assert.Throws<BadEnvironment>(() => ConnectionText.Parse(text));
        Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", refusal.Message, StringComparison.Ordinal);
    }
}
