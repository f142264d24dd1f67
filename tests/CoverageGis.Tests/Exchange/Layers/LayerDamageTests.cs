using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CoverageGis.Commands;
using CoverageGis.Exchange;
using static CoverageGis.Tests.Exchange.SceneText;

namespace CoverageGis.Tests.Exchange.Layers;

/// <summary>A damaged layer ends in a clear message, or in a delivery whose damaged parts are named: never in anything else.</summary>
public sealed class LayerDamageTests(PostgisFixture postgis)
{
    [Theory]
    [InlineData("shp", ".zip")]
    [InlineData("gpkg", ".gpkg")]
    [InlineData("csv", ".csv")]
    public async Task Cut_short_or_with_flipped_bytes_a_file_is_refused_named_or_taken_and_nothing_is_half_done(string format, string extension)
    {
        var connection = await postgis.FreshConnectionAsync(Token);
        await using var database = CoverageGis.Database.OpenDatabase.Connect(connection);
        await ImportAsync(database, Collection([RegionFeature(), .. Enumerable.Range(0, 40).Select(i => Site($"S{i}", "\"category\":\"mall\",\"name\":\"商场\",\"地址\":\"路\"", 118.8 + i / 100.0))]));
        var state = await StateAsync(database);
        using var whole = new ScratchFile("", extension);
        Assert.Equal(0, (await Cli.RunAsync(connection, "export", "sites", "--format", format, "--output", whole.Path)).ExitCode);
        var bytes = File.ReadAllBytes(whole.Path);
        var dice = new Random(20260102);
        var (refused, damaged) = (0, Cut(bytes, 12).Concat(Flipped(bytes, dice, 16)).ToList());
        foreach (var one in damaged)
        {
            using var file = new ScratchFile(one, extension);
            refused += Outcome(file.Path) is null ? 0 : 1;
        }
        Assert.True(refused >= 4, $"{refused}");
        foreach (var one in Cut(bytes, 3))
        {
            using var file = new ScratchFile(one, extension);
            Assert.Equal(1, (await Cli.RunAsync(connection, "import", file.Path, "--region", "T1", "--kind", "site")).ExitCode);
        }
        Assert.Equal(state, await StateAsync(database));
    }

    [Fact]
    public async Task What_an_archive_must_not_hold_is_refused_by_name()
    {
        var shapes = await ShapefileAsync();
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var (words, entries) in ((string, (string, byte[])[])[])
            [
                ("leads out of the archive", [("../../etc/x.shp", [1])]),
                ("leads out of the archive", [("/x.shp", [1])]),
                ("holds no .shp; it has readme.txt", [("readme.txt", [1])]),
                ("comes without its .dbf", [("a.shp", shapes["sites.shp"])]),
                ("more shapes than", [("a.shp", shapes["sites.shp"]), ("a.dbf", Rows(shapes["sites.dbf"], 1))]),
                ("announces 4000000000 rows", [("a.shp", shapes["sites.shp"]), ("a.dbf", Number(shapes["sites.dbf"], 4, 4_000_000_000))]),
                ("its head makes no sense", [("a.shp", shapes["sites.shp"]), ("a.dbf", new byte[64])]),
                ("fields take", [("a.shp", shapes["sites.shp"]), ("a.dbf", With(shapes["sites.dbf"], 32 + 16, 255))]),
                ("its length of", [("a.shp", With(shapes["sites.shp"], 104, 0x7F)), ("a.dbf", shapes["sites.dbf"])]),
                ("announces", [("a.shp", shapes["sites.shp"][..300]), ("a.dbf", shapes["sites.dbf"])]),
                ("does not begin as one", [("a.shp", new byte[200]), ("a.dbf", shapes["sites.dbf"])]),
                ("no well-known text", [("a.shp", shapes["sites.shp"]), ("a.dbf", shapes["sites.dbf"]), ("a.prj", "+proj=longlat +nadgrids=/etc/passwd"u8.ToArray())]),
                ("which is no shapefile", [("a.shp", new byte[70 << 20])]),
            ])
            {
                var file = Path.Combine(folder.FullName, "x.zip");
                File.WriteAllBytes(file, Zip(entries));
                Assert.Contains(words, Outcome(file) ?? "", StringComparison.Ordinal);
            }
            File.WriteAllBytes(Path.Combine(folder.FullName, "x.zip"), "PK\u0003\u0004 and nothing"u8.ToArray());
            Assert.Contains("is a damaged archive", Outcome(Path.Combine(folder.FullName, "x.zip"))!, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Attributes_in_GBK_are_read_whatever_the_cpg_says_and_a_missing_index_or_prj_is_told()
    {
        var shapes = await ShapefileAsync();
        var gbk = Replaced(shapes["sites.dbf"], "商场"u8.ToArray(), [0xC9, 0xCC, 0xB3, 0xA1, (byte)' ', (byte)' ']);
        foreach (var cpg in (string?[])[null, "UTF-8", "GBK", "936", "nonsense"])
        {
            using var file = new ScratchFile(Zip([("a.shp", shapes["sites.shp"]), ("a.dbf", gbk), .. cpg is null ? Array.Empty<(string, byte[])>() : [("a.cpg", Encoding.ASCII.GetBytes(cpg))]]), ".zip");
            var (items, report) = Read(file.Path);
            Assert.Equal("商场", Assert.IsType<CoverageGis.Exchange.Scene.SiteItem>(items[0]).Name);
            Assert.Contains(report.Problems, p => p.Reason.Contains("without a .prj", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_package_cannot_act_and_what_is_none_is_refused()
    {
        using var empty = new ScratchFile("", ".gpkg");
        PackageText.Write(empty.Path, "create table t (a); insert into t values (1)");
        Assert.Contains("no GeoPackage", Outcome(empty.Path)!, StringComparison.Ordinal);
        const string frame = "create table gpkg_spatial_ref_sys (srs_id, organization, organization_coordsys_id, definition); create table gpkg_geometry_columns (table_name, column_name, srs_id); create table gpkg_contents (table_name, data_type, srs_id); ";
        using var view = new ScratchFile("", ".gpkg");
        PackageText.Write(view.Path, frame + "create view units as select 'x' as code, load_extension('evil') as name; insert into gpkg_contents values ('units', 'features', 4326)");
        Assert.Contains("a view is not read", Outcome(view.Path)!, StringComparison.Ordinal);
        using var trigger = new ScratchFile("", ".gpkg");
        PackageText.Write(trigger.Path, frame + "create table units (fid integer primary key, geom blob, code text, name text, evil text as (hex(zeroblob(400000000)))); insert into gpkg_contents values ('units', 'features', 4326); "
            + "insert into gpkg_geometry_columns values ('units', 'geom', 4326); insert into units (geom, code) values (x'47500001', 'A'), (x'4750000100000000010600000000FFFFFF', 'B'), ('text', 'C'), (null, 'D')");
        Assert.NotNull(Outcome(trigger.Path));
    }

    [Theory]
    [InlineData("code,wkt\nA,POLYGON((1 2\n", "WKT is wrong")]
    [InlineData("code,wkt\nA,CIRCLE(1 2)\n", "is no WKT")]
    [InlineData("code,wkt\nA,\"POLYGON((386678 3549135,386679 3549135,386679 3549136,386678 3549135))\"\n", "not in degrees")]
    [InlineData("code,wkt\nA,\"POLYGON((32 118,32 119,33 119,32 118))\"\n", "swapped")]
    [InlineData("code,lon,lat,kind\nA,east,32,unit\n", "lon \"east\" is no number")]
    [InlineData("编号,wkt\nA,\"LINESTRING(118 32,119 32)\"\n", "must be a Polygon")]
    [InlineData("code,name,wkt\n3.2E+19,x,\"POLYGON((118 32,119 32,119 33,118 32))\"\n", "rounded by a spreadsheet")]
    public void What_is_wrong_in_a_row_is_named_with_the_row(string text, string words)
    {
        using var file = new ScratchFile(text, ".csv");
        var (items, report) = Read(file.Path, "unit");
        Assert.Empty(items);
        Assert.Contains(report.Problems, p => p.Ref.StartsWith("row 2", StringComparison.Ordinal) && p.Reason.Contains(words, StringComparison.Ordinal));
    }

    /// <returns>Why it was refused; null = it was read, its faults named.</returns>
    private static string? Outcome(string file)
    {
        try
        {
            var (_, report) = Read(file);
            Assert.All(report.Kinds.Values, k => Assert.Equal(k.Read, k.Taken + k.Merged + k.Skipped));
            return null;
        }
        catch (BadInput refused)
        {
            return refused.Message;
        }
    }

    private static (List<CoverageGis.Exchange.Scene.SceneItem> Items, ImportReport Report) Read(string file, string kind = "site")
    {
        var report = new ImportReport();
        return (FileFormat.Of(file, null, kind).Read(new ReadOrder(file, Kind: kind), report, null, Token).ToList(), report);
    }

    private async Task<Dictionary<string, byte[]>> ShapefileAsync()
    {
        var connection = await postgis.FreshConnectionAsync(Token);
        await using var database = CoverageGis.Database.OpenDatabase.Connect(connection);
        await ImportAsync(database, Collection(RegionFeature(), Site("S1", "\"category\":\"mall\",\"name\":\"商场\""), Site("S2", "\"category\":\"mall\",\"name\":\"x\"", 118.9)));
        using var file = new ScratchFile("", ".zip");
        Assert.Equal(0, (await Cli.RunAsync(connection, "export", "sites", "--format", "shp", "--output", file.Path)).ExitCode);
        using var zip = ZipFile.OpenRead(file.Path);
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var stream = e.Open();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return memory.ToArray();
        });
    }

    private static byte[] Zip(params IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return memory.ToArray();
    }

    private static IEnumerable<byte[]> Cut(byte[] whole, int times) => Enumerable.Range(1, times).Select(i => whole[..(whole.Length * i / (times + 1))]);

    private static IEnumerable<byte[]> Flipped(byte[] whole, Random dice, int times) =>
        Enumerable.Range(0, times).Select(_ => With(whole, dice.Next(whole.Length), (byte)dice.Next(256)));

    private static byte[] With(byte[] whole, int at, byte value)
    {
        var bytes = whole.ToArray();
        bytes[at] = value;
        return bytes;
    }

    private static byte[] Number(byte[] whole, int at, uint value)
    {
        var bytes = whole.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
        return bytes;
    }

    private static byte[] Rows(byte[] table, uint count) => Number(table, 4, count);

    private static byte[] Replaced(byte[] whole, byte[] old, byte[] instead)
    {
        var bytes = whole.ToArray();
        instead.CopyTo(bytes, bytes.AsSpan().IndexOf(old));
        return bytes;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
