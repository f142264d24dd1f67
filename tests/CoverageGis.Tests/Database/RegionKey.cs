using static CoverageGis.Tests.Database.SqlTokens;

namespace CoverageGis.Tests.Database;

/// <summary>
/// Whether a statement keeps to one region: every distributed table that it reads or changes has its region equal to a
/// parameter, perhaps by way of other tables, and what it inserts names its region.
/// </summary>
/// <remarks>
/// A reader of words, no SQL parser: it believes an equality wherever it stands in its query, so one under `or` would
/// deceive it; and it believes that a column `region` of a subquery or of a `with` is the region of what was read there.
/// </remarks>
public sealed class RegionKey(IReadOnlySet<string> distributed, IReadOnlySet<string> functions)
{
    private static readonly HashSet<string> Queries = ["select", "with", "insert", "update", "delete", "values"];
    private static readonly HashSet<string> Between = ["union", "except", "intersect"];

    /// <summary>Words that end a list of tables, and can never be an alias.</summary>
    private static readonly HashSet<string> AfterSource =
    [
        "where", "group", "order", "limit", "having", "set", "returning", "window", "offset", "on", "join", "left", "right", "full",
        "inner", "cross", "using", "select", "values", "default", "with", "for", "natural", "lateral",
    ];

    private readonly List<string> _faults = [];
    private IReadOnlyList<string> _tokens = [];
    private bool _firstIsBound;

    /// <summary>A source of rows: the alias, what it stands for, and whether it has to be bound.</summary>
    private sealed record Source(string Alias, string Of, bool IsDistributed)
    {
        public bool Bound { get; set; }
    }

    private sealed class Scope(Scope? outer)
    {
        public Scope? Outer { get; } = outer;

        public List<Source> Sources { get; } = [];

        public Source? Find(string alias) => Sources.FirstOrDefault(s => s.Alias == alias) ?? Outer?.Find(alias);
    }

    /// <param name="asView">The first table counts as bound: whoever reads the view binds it.</param>
    /// <returns>The faults, a line each.</returns>
    public static List<string> Faults(
        string sql, IReadOnlySet<string> distributed, IReadOnlySet<string> functions, bool asView = false)
    {
        var check = new RegionKey(distributed, functions) { _tokens = [.. Of(sql).Where(t => t != ";")], _firstIsBound = asView };
        check.Query(0, check._tokens.Count, null, []);
        return [.. check._faults.Distinct()];
    }

    private void Query(int from, int to, Scope? outer, HashSet<string> known)
    {
        var with = new HashSet<string>(known);
        for (var (i, start) = (from, from); i < to; i++)
        {
            if (_tokens[i] == "with" && i + 2 < to && IsName(_tokens[i + 1]))
                i = With(i + 1, outer, with) - 1;
            else if (_tokens[i] == "(")
                i = Close(_tokens, i);
            var ends = i + 1 >= to;
            if (!ends && !Between.Contains(_tokens[i + 1]))
                continue;
            Branch(start, Math.Min(i + 1, to), outer, with);
            start = i + 2 < to && _tokens[i + 2] == "all" ? i + 3 : i + 2;
        }
    }

    /// <returns>Where the query itself goes on.</returns>
    private int With(int i, Scope? outer, HashSet<string> with)
    {
        while (true)
        {
            var name = _tokens[i];
            while (_tokens[i] != "(" || !Queries.Contains(_tokens[i + 1]))
                i++;
            var close = Close(_tokens, i);
            Query(i + 1, close, outer, with);
            with.Add(name);
            if (_tokens[close + 1] != ",")
                return close + 1;
            i = close + 2;
        }
    }

    /// <summary>One query without `union`: its tables, what binds them, then the queries inside it.</summary>
    private void Branch(int from, int to, Scope? outer, HashSet<string> with)
    {
        var scope = new Scope(outer);
        var flat = Flat(from, to);
        Sources(flat, scope, with);
        Bind(flat, scope);
        foreach (var s in scope.Sources.Where(s => s.IsDistributed && !s.Bound))
            _faults.Add($"{s.Of} {s.Alias} is not bound to a region");
        Inserted(flat, scope);
        foreach (var (open, close) in Inner(from, to))
            Query(open + 1, close, scope, with);
    }

    /// <summary>The indexes of the tokens of a branch, without its subqueries and its `with`.</summary>
    private List<int> Flat(int from, int to)
    {
        var flat = new List<int>();
        for (var i = from; i < to; i++)
        {
            flat.Add(i);
            if (_tokens[i] == "(" && Queries.Contains(_tokens[i + 1]))
                i = Close(_tokens, i) - 1;
        }
        return flat;
    }

    private IEnumerable<(int Open, int Close)> Inner(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_tokens[i] != "(" || !Queries.Contains(_tokens[i + 1]))
                continue;
            var close = Close(_tokens, i);
            if (!(_tokens[i - 1] is "as" or "materialized"))  // those of a `with` were seen already
                yield return (i, close);
            i = close;
        }
    }

    private void Sources(List<int> flat, Scope scope, HashSet<string> with)
    {
        var (depth, listed) = (0, false);
        for (var k = 0; k < flat.Count; k++)
        {
            var (i, token) = (flat[k], _tokens[flat[k]]);
            depth += token switch { "(" => 1, ")" => -1, _ => 0 };
            var starts = StartsSource(i, depth, listed);
            if (starts)
                Add(i + 1, scope, with, token == "into");
            listed = starts && (token is "from" or "using") || listed && !(depth == 0 && AfterSource.Contains(token) && token is not
                ("on" or "join" or "left" or "right" or "full" or "inner" or "cross" or "lateral" or "natural"));
        }
    }

    private bool StartsSource(int i, int depth, bool listed) => _tokens[i] switch
    {
        "from" => depth == 0 && (i < 1 || _tokens[i - 1] != "distinct" || !(_tokens[i - 2] is "is" or "not")),
        "join" => true,
        "into" => true,
        "using" => depth == 0 && _tokens[i + 1] != "(",
        "update" => i == 0 || !(_tokens[i - 1] is "do" or "for"),
        "," => depth == 0 && listed,
        _ => false,
    };

    private void Add(int i, Scope scope, HashSet<string> with, bool isTarget)
    {
        while (_tokens[i] is "lateral" or "only" || _tokens[i] == "(" && !Queries.Contains(_tokens[i + 1]))
            i++;
        var name = _tokens[i];
        var next = name == "(" ? Close(_tokens, i) + 1 : i + 1;
        var isCall = name != "(" && !isTarget && next < _tokens.Count && _tokens[next] == "(";
        var argument = isCall ? _tokens[next + 1] : "";
        next = isCall ? Close(_tokens, next) + 1 : next;
        if (next < _tokens.Count && _tokens[next] == "as")
            next++;
        var alias = next < _tokens.Count && IsName(_tokens[next]) && !AfterSource.Contains(_tokens[next]) && !Between.Contains(_tokens[next])
            ? _tokens[next] : name;
        var isWith = with.Contains(name) && !isTarget;
        var isTable = !isWith && (isCall ? functions : distributed).Contains(name);
        scope.Sources.Add(new Source(alias, name, isTable && !isTarget)
        {
            Bound = name == "(" || isWith || isTarget || isTable && isCall && argument[0] == '$'
                || _firstIsBound && scope.Outer is null && scope.Sources.Count == 0,
        });
    }

    /// <summary>Until nothing more follows: `a.region = $1`, `a.region = b.region` with b bound, `region = $1` of the only table.</summary>
    private void Bind(List<int> flat, Scope scope)
    {
        for (var grows = true; grows;)
        {
            grows = false;
            foreach (var i in flat.Where(i => _tokens[i] == "="))
                grows |= BindOne(Left(i), Right(i), scope) || BindOne(Right(i), Left(i), scope);
        }
    }

    private static bool BindOne(string? one, string? other, Scope scope)
    {
        var source = one is "" ? scope.Sources is [var only] ? only : null : scope.Sources.FirstOrDefault(s => s.Alias == one);
        var isBound = other is { Length: > 0 } && (other[0] == '$' || scope.Find(other)?.Bound is true);
        if (source is null or { Bound: true } || !isBound)
            return false;
        return source.Bound = true;
    }

    /// <returns>The alias of `alias.region`, the empty text of a bare `region`, a parameter; null = something else.</returns>
    private string? Right(int i) =>
        _tokens[i + 1][0] == '$' ? _tokens[i + 1]
        : _tokens[i + 1] == "region" && _tokens.ElementAtOrDefault(i + 2) != "." ? ""
        : _tokens.ElementAtOrDefault(i + 2) == "." && _tokens[i + 3] == "region" ? _tokens[i + 1] : null;

    private string? Left(int i)
    {
        var at = i >= 3 && _tokens[i - 2] == "::" ? i - 3 : i - 1;
        return _tokens[at][0] == '$' ? _tokens[at]
            : _tokens[at] != "region" ? null
            : _tokens[at - 1] == "." ? _tokens[at - 2] : "";
    }

    /// <summary>`insert into t (region, …) select x`: region comes first, and x is a parameter or a region that is bound.</summary>
    private void Inserted(List<int> flat, Scope scope)
    {
        var into = flat.FindIndex(i => _tokens[i] == "into");
        var values = flat.FindIndex(i => _tokens[i] is "select" or "values");
        if (into < 0 || !distributed.Contains(_tokens[flat[into] + 1]))
            return;
        var (target, columns) = (_tokens[flat[into] + 1], flat.Skip(into).FirstOrDefault(i => _tokens[i] == "(", -1));
        if (columns < 0 || _tokens[columns + 1] != "region")
            _faults.Add($"insert into {target} does not begin with the region");
        else if (values >= 0 && !IsRegion(flat[values] + 1, scope))
            _faults.Add($"insert into {target} takes its region from elsewhere");
    }

    private bool IsRegion(int i, Scope scope)
    {
        while (_tokens[i] is "distinct" or "(")
            i++;
        return Right(i - 1) switch
        {
            null => false,
            "" => scope.Sources.Where(s => s.Of != "(").All(s => s.Bound),
            var named => named[0] == '$' || scope.Find(named)?.Bound is true,
        };
    }
}
