namespace CoverageGis.Tests.Database;

/// <summary>The words and signs of a statement in lower case, without comments; a string is one token, '…'.</summary>
public static class SqlTokens
{
    public static List<string> Of(string sql)
    {
        var tokens = new List<string>();
        for (var i = 0; i < sql.Length;)
        {
            var end = End(sql, i);
            if (!char.IsWhiteSpace(sql[i]) && !StartsAt(sql, i, "--") && !StartsAt(sql, i, "/*"))
                tokens.Add(sql[i] == '\'' ? "'…'" : sql[i..end].Trim('"').ToLowerInvariant());
            i = end;
        }
        return tokens;
    }

    /// <returns>The index of the parenthesis that closes the one at <paramref name="open"/>.</returns>
    public static int Close(IReadOnlyList<string> tokens, int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            depth += tokens[i] switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth == 0)
                return i;
        }
        throw new FormatException("A parenthesis is not closed.");
    }

    public static bool IsName(string token) => char.IsLetter(token[0]) || token[0] == '_';

    private static int End(string sql, int i) => sql[i] switch
    {
        '-' when StartsAt(sql, i, "--") => After(sql, "\n", i),
        '/' when StartsAt(sql, i, "/*") => After(sql, "*/", i + 2),
        '\'' => After(sql, "'", i + 1),
        '"' => After(sql, "\"", i + 1),
        '$' => While(sql, i + 1, char.IsDigit),
        '<' or '>' or '=' or '!' or ':' or '&' or '|' or '~' or '@' => While(sql, i, c => "<>=!:&|~@".Contains(c, StringComparison.Ordinal)),
        var c when char.IsLetterOrDigit(c) || c == '_' => While(sql, i, n => char.IsLetterOrDigit(n) || n == '_'),
        _ => i + 1,
    };

    private static int While(string sql, int i, Func<char, bool> holds)
    {
        while (i < sql.Length && holds(sql[i]))
            i++;
        return i;
    }

    private static int After(string sql, string mark, int from)
    {
        var at = sql.IndexOf(mark, from, StringComparison.Ordinal);
        return at < 0 ? sql.Length : at + mark.Length;
    }

    private static bool StartsAt(string sql, int i, string mark) => string.CompareOrdinal(sql, i, mark, 0, mark.Length) == 0;
}
