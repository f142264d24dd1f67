using CoverageGis.Database;
using Npgsql;

namespace CoverageGis.Tests.Database;

/// <summary>What `distribute` would do fits the schema; whether Citus does it, no server here can tell.</summary>
public sealed class DistributionTests(PostgisFixture postgis)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_table_is_distributed_or_a_reference_or_local() => Assert.Equal(
        await ColumnAsync("select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')"),
        Sorted([.. Distribution.ByRegion, .. Distribution.Reference, .. Distribution.Local]));

    [Fact]
    public async Task Every_distributed_table_has_a_region_in_each_row() => Assert.Equal(
        Sorted(Distribution.ByRegion),
        await ColumnAsync("""
            select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'region'
            where c.relname = any($1) and c.relkind = 'r' and a.attnotnull and a.atttypid = 'text'::regtype
            """, Distribution.ByRegion));

    [Fact]
    public async Task Every_unique_index_of_a_distributed_table_contains_the_region() => Assert.Empty(
        await ColumnAsync("""
            select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
            where c.relname = any($1) and (i.indisunique or i.indisexclusion) and not exists (
              select from pg_attribute a
              where a.attrelid = c.oid and a.attname = 'region' and a.attnum = any((i.indkey::int2[])[0:i.indnkeyatts - 1]))
            """, Distribution.ByRegion));

    [Fact]
    public async Task Foreign_keys_point_to_the_region_only_and_are_those_that_are_set_aside() => Assert.Equal(
        Sorted(Distribution.NamesRegion.Select(t => $"{t} {t}_region_fkey FOREIGN KEY (region) REFERENCES region(region)")),
        await ColumnAsync("""
            select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
            from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
            """));

    [Fact]
    public async Task Identities_are_bigint_as_workers_need_them() => Assert.Empty(
        await ColumnAsync("""
            select attrelid::regclass || '.' || attname from pg_attribute
            where attrelid in (select oid from pg_class where relname = any($1)) and attidentity <> '' and atttypid <> 'bigint'::regtype
            """, Distribution.ByRegion));

    [Fact]
    public async Task No_trigger_stands_in_the_way() => Assert.Empty(
        await ColumnAsync("select tgrelid::regclass || ' ' || tgname from pg_trigger where not tgisinternal"));

    [Fact]
    public async Task Every_function_of_the_schema_goes_to_the_workers() => Assert.Equal(
        await ColumnAsync("""
            select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'public'::regnamespace
              and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
            """),
        await ColumnAsync("select f::regprocedure::text from unnest($1) f", Distribution.Functions));

    [Fact]
    public void References_come_first_and_all_tables_lie_with_the_first()
    {
        var statements = Distribution.Steps.Select(s => s.Statement).ToList();
        Assert.True(statements.FindLastIndex(s => s.Contains("create_reference_table", StringComparison.Ordinal))
            < statements.FindIndex(s => s.Contains("create_distributed_table", StringComparison.Ordinal)));
        Assert.Equal(["select create_distributed_table('camera', 'region', colocate_with => 'none')"],
            statements.Where(s => s.Contains("create_distributed_table", StringComparison.Ordinal)
                && !s.EndsWith("'region', colocate_with => 'camera')", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_statements_on_the_constraints_run_and_leave_the_schema_as_it_was()
    {
        await using var database = await postgis.FreshDatabaseAsync(Cancel);
        await using var connection = await database.OpenConnectionAsync(Cancel);
        const string keys = "select string_agg(conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid), ', ' order by conname) from pg_constraint";
        var before = await connection.ValueAsync<string>(keys, Cancel);
        foreach (var step in Distribution.Steps.Where(s => s.Statement.StartsWith("alter", StringComparison.Ordinal)))
            await connection.RunAsync(step.Statement, Cancel);
        Assert.Equal(before, await connection.ValueAsync<string>(keys, Cancel));
    }

    [Fact]
    public async Task Functions_in_plpgsql_answer_as_those_in_sql_did()
    {
        await using var database = await postgis.FreshDatabaseAsync(Cancel);
        await using var connection = await database.OpenConnectionAsync(Cancel);
        await connection.RunAsync("insert into region (region, name, srid) values ('r', 'R', 4549), ('q', 'Q', 4549)", Cancel);
        await connection.RunAsync("""
            insert into site (region, code, name, category, geom, source, content, valid_from)
            select r, 's', r, 'mall', ST_MakeEnvelope(0, 0, 9, 9, 4549), 'x', md5('x')::uuid, '2026-01-01' from unnest('{r,q}'::text[]) r;
            insert into policy (region, category, purpose, required_ratio, source, content, valid_from)
            values ('r', 'mall', 'observe-person', 1, 'x', md5('x')::uuid, '2026-01-01');
            insert into gap (region, site, zone, geom, area_m2, certainty, valid_from, valid_to)
            values ('r', 's', 's', ST_MakeEnvelope(0, 0, 3, 3, 4549), 9, 'certain', '2026-01-02', '2026-01-03')
            """, Cancel);
        const string answers = """
            select (select json_agg(f) from site_finding_at('r', null) f)::text || (select json_agg(f) from site_finding f)::text
                || (select json_agg(f) from required_zone_at('r', '2026-01-02') f)::text
                || (select json_agg(f) from changed_ground('r', '2026-01-02', null) f)::text
                || (select count(*) from view_at('r', '2026-01-02'))::text || (select count(*) from watched_area_at('r', null))::text
            """;
        var before = await connection.ValueAsync<string>(answers, Cancel);
        Assert.NotNull(before);
        for (var again = 0; again < 2; again++)
            foreach (var step in Distribution.Steps.Where(s => s.Statement.StartsWith("do ", StringComparison.Ordinal)))
                await connection.RunAsync(step.Statement, Cancel);
        Assert.Equal(before, await connection.ValueAsync<string>(answers, Cancel));
        Assert.Equal(Distribution.Procedural.Count, await connection.ValueAsync<long>(
            "select count(*) from pg_proc p join pg_language l on l.oid = p.prolang where l.lanname = 'plpgsql' and p.oid = any($1::text[]::regprocedure[])",
            Cancel, (object)Distribution.Procedural.ToArray()));
    }

    [Fact]
    public async Task Without_citus_the_command_says_so_and_changes_nothing()
    {
        var connection = await postgis.FreshConnectionAsync(Cancel);
        var result = await Cli.RunAsync(connection, "distribute");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("has no Citus extension: install it", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.Trim().Split('\n'));
        Assert.Empty(result.Out);
        await using var source = NpgsqlDataSource.Create(connection);
        await using var open = await source.OpenConnectionAsync(Cancel);
        Assert.Equal(Distribution.NamesRegion.Count, await open.ValueAsync<long>("select count(*) from pg_constraint where contype = 'f'", Cancel));
    }

    [Fact]
    public async Task A_dry_run_writes_the_statements_and_needs_no_database()
    {
        var result = await Cli.RunAsync("Host=127.0.0.1;Port=1", "distribute", "--dry-run");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Distribution.Steps.Count, result.Out.Trim().Split('\n').Length);
    }

    private static List<string> Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];

    private async Task<List<string>> ColumnAsync(string statement, params object[] values)
    {
        await using var database = await postgis.FreshDatabaseAsync(Cancel);
        await using var connection = await database.OpenConnectionAsync(Cancel);
        await using var command = connection.With(statement, [.. values.Select(v => v is IEnumerable<string> names ? names.ToArray() : v)]);
        await using var row = await command.ExecuteReaderAsync(Cancel);
        var found = new List<string>();
        while (await row.ReadAsync(Cancel))
            found.Add(row.GetString(0));
        return Sorted(found);
    }
}
