using System.IO.Compression;
using System.Text;
using CoverageGis.Commands;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Scene;
using static CoverageGis.Tests.Exchange.SceneText;

namespace CoverageGis.Tests.Exchange.Scene;

public sealed class SceneFileTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("hello", "line 1, byte 1")]
    [InlineData("<osm/>", "line 1, byte 1")]
    [InlineData("17", "does not begin with { or [")]
    [InlineData("{}", "there is no array \"features\"")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "there is no array \"features\"")]
    [InlineData("""{"features":{}}""", "\"features\" is not an array")]
    [InlineData("""{"features":[]} x""", "line 1, byte 17")]
    [InlineData("{\n\"features\":[\n{\"a\":NaN}]}", "line 3, byte 6")]
    [InlineData("{\"features\":[{},\n", "Nothing was imported")]
    [InlineData("""{"features":[{"a":"b""", "Nothing was imported")]
    [InlineData("""{"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4549"}},"features":[]}""", "another coordinate system")]
    [InlineData("""{"features":[],"crs":{"type":"name","properties":{"name":"EPSG:3857"}}}""", "another coordinate system")]
    public void A_file_that_is_no_scene_is_refused_with_the_place(string text, string expected)
    {
        var failure = Assert.Throws<BadInput>(() => Read(Encoding.UTF8.GetBytes(text)));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84")]
    [InlineData("EPSG:4326")]
    [InlineData("EPSG:4490")]
    public void Another_word_for_the_same_coordinates_is_accepted(string name)
    {
        var text = Collection(Camera("C1")).Replace("{\"type\":\"FeatureCollection\"",
            $$$"""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"{{{name}}}"}}""", StringComparison.Ordinal);
        Assert.Single(Read(Encoding.UTF8.GetBytes(text)).Items);
    }

    [Fact]
    public void Another_encoding_is_told_from_damage()
    {
        var text = Collection(Camera("C1", "\"name\":\"大门\""));
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Contains("is not UTF-8", Refused(Encoding.GetEncoding("GB18030").GetBytes(text)), StringComparison.Ordinal);
        Assert.Contains("UTF-16", Refused([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]), StringComparison.Ordinal);
        Assert.Contains("UTF-16", Refused(Encoding.BigEndianUnicode.GetBytes(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_and_compression_make_no_difference()
    {
        byte[] marked = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Collection(Camera("C1"), Camera("C2")))];
        Assert.Equal(2, Read(marked).Items.Count);
        Assert.Equal(2, Read(Compressed(marked)).Items.Count);
    }

    [Fact]
    public void A_compressed_file_that_is_damaged_is_refused()
    {
        var bytes = Compressed(Encoding.UTF8.GetBytes(Collection(Enumerable.Range(0, 500).Select(i => Camera($"C{i}")))));
        for (var i = bytes.Length / 2; i < bytes.Length / 2 + 20; i++)
            bytes[i] ^= 0xFF;
        Assert.Contains("Nothing was imported", Refused(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_array_is_read_with_a_warning()
    {
        var (items, report) = Read(Encoding.UTF8.GetBytes($"[{Camera("C1")},{Camera("C2")}]"));
        Assert.Equal(2, items.Count);
        Assert.Contains("is a bare array", Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_feature_is_a_scene() => Assert.Single(Read(Encoding.UTF8.GetBytes(Camera("C1"))).Items);

    [Fact]
    public void Members_beside_the_features_do_no_harm() => Assert.Single(Read(Encoding.UTF8.GetBytes(
        $$$"""{"bbox":[1,2,3,4],"features":[{{{Camera("C1")}}}],"type":"FeatureCollection","author":{"name":["x"]}}""")).Items);

    [Fact]
    public void A_collection_without_features_is_named() =>
        Assert.Equal("holds no features", Assert.Single(Read(Encoding.UTF8.GetBytes(Collection())).Report.Problems).Reason);

    /// <summary>Features of every length cross the ends of what is in memory at every place.</summary>
    [Fact]
    public void Features_of_any_length_are_taken_apart_whole()
    {
        var lengths = Enumerable.Range(0, 400).Select(i => i * 37 % 9000).Append(200_000).Append(1).ToList();
        var features = lengths.Select((length, i) => Camera($"C{i}", $"\"note\":\"{new string('门', length)}\""));
        var (items, report) = Read(Encoding.UTF8.GetBytes(Collection(features)));
        Assert.Empty(report.Problems);
        Assert.Equal(lengths, items.Select(i => i.Attributes!["note"]!.GetValue<string>().Length));
    }

    [Fact]
    public void A_name_that_is_too_long_is_a_fault_of_its_feature()
    {
        var (items, report) = Read(Encoding.UTF8.GetBytes(Collection(Camera("C1", $"\"name\":\"{new string('x', 10 << 20)}\""), Camera("C2"))));
        Assert.Equal("C2", Assert.IsType<CameraItem>(Assert.Single(items)).Code);
        Assert.True(Assert.Single(report.Problems).Reason.Length < 300);
    }

    [Fact]
    public void A_nest_without_bottom_is_refused() =>
        Assert.Contains("depth", Refused(Encoding.UTF8.GetBytes($$"""{"features":[{"a":{{new string('[', 100_000)}}""")), StringComparison.Ordinal);

    [Fact]
    public void What_a_reference_shows_fits_a_line()
    {
        var (_, report) = Read(Encoding.UTF8.GetBytes(Collection(Camera("\\u001b[2J" + new string('x', 5000), "\"hfov\":0"))));
        var reference = Assert.Single(report.Problems).Ref;
        Assert.True(reference.Length < 200 && !reference.Any(char.IsControl));
    }

    [Fact]
    public void Real_features_without_properties_are_named_one_by_one()
    {
        var file = Repository.Real("cctv_dakar", "dakar_cameras.geojson");
        Assert.SkipUnless(File.Exists(file), $"{file} is not here");
        var (items, report) = Read(File.ReadAllBytes(file));
        Assert.Empty(items);
        Assert.Equal(103, report.Kinds["feature"].Skipped);
        Assert.All(report.Problems, p => Assert.Contains("has no properties", p.Reason, StringComparison.Ordinal));
    }

    private static byte[] Compressed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
            zip.Write(bytes);
        return packed.ToArray();
    }

    private static string Refused(byte[] bytes) => Assert.Throws<BadInput>(() => Read(bytes)).Message;

    private static (List<SceneItem> Items, ImportReport Report) Read(byte[] bytes)
    {
        using var file = new ScratchFile(bytes);
        var report = new ImportReport();
        return (SceneReader.Read(file.Path, report, null, TestContext.Current.CancellationToken).ToList(), report);
    }
}
