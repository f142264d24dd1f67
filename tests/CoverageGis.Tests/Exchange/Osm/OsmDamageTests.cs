using System.Text;
using CoverageGis.Commands;
using CoverageGis.Exchange.Scene;
using ICSharpCode.SharpZipLib.BZip2;

namespace CoverageGis.Tests.Exchange.Osm;

public sealed class OsmDamageTests
{
    [Fact]
    public void What_lies_beyond_the_edge_of_an_extract_is_counted_and_named()
    {
        var (items, report) = new OsmText().Node(1, 0, 0).Node(2, 50, 0).Node(3, 50, 50)
            .WayOf(10, [1, 2, 3, 99, 1], "building=yes").WayOf(11, [1, 2, 98], "highway=primary")
            .WayOf(12, [1, 2, 3], "building=yes").WayOf(13, [97, 96], "highway=primary")
            .Relation(20, ["way/10 outer", "way/77 outer"], "type=multipolygon", "amenity=fuel").Read();
        Assert.Empty(items.OfType<OccluderItem>());
        Assert.Equal("way/11", Assert.Single(items.OfType<BackdropItem>()).Code);
        Assert.Equal((2, 2), (report.Kinds["occluder"].Read, report.Kinds["occluder"].Skipped));
        Assert.Equal((1, 1), (report.Kinds["site"].Read, report.Kinds["site"].Skipped));
        Assert.Equal(["relation/20", "way/10", "way/11", "way/12", "way/13"], report.Problems.Select(p => p.Ref).Order());
    }

    [Fact]
    public void A_polygon_that_crosses_itself_is_repaired_and_named()
    {
        var (items, report) = new OsmText().Way(1, [0, 0, 40, 40, 40, 0, 0, 40, 0, 0], "building=yes").Read();
        Assert.True(Assert.Single(items.OfType<OccluderItem>()).Shape.IsValid);
        Assert.Contains(report.Problems, p => p is { Ref: "way/1" } && p.Reason.Contains("repaired", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_object_of_the_same_id_is_named()
    {
        var (items, report) = new OsmText().Square(1, 0, 0, 10, "building=yes", "height=5").Square(1, 50, 0, 10, "building=yes", "height=7").Read();
        Assert.Equal(5, Assert.Single(items.OfType<OccluderItem>()).Height.Max);
        Assert.Contains(report.Problems, p => p.Ref == "way/1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Not found</body></html>")]
    [InlineData("PNG and so on")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE osm [<!ENTITY a 'aaaa'>]><osm version='0.6'><node id='1' lat='1' lon='1'><tag k='amenity' v='&a;'/></node></osm>")]
    public void Something_else_is_refused_by_name(string content)
    {
        var refusal = Refused(Encoding.UTF8.GetBytes(content));
        Assert.EndsWith(".osm", refusal.Message.Split(' ')[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_cut_anywhere_is_refused_and_never_taken_in_part()
    {
        var whole = Encoding.UTF8.GetBytes(new OsmText().Square(1, 0, 0, 10, "building=yes").Node(2, 0, 0, "amenity=fuel").ToString());
        for (var share = 1; share < 20; share++)
            Refused(whole[..(whole.Length * share / 20)]);
    }

    [Fact]
    public void A_cut_pbf_is_refused()
    {
        var file = OsmText.Shared("osm_monaco/monaco-latest.osm.pbf");
        Assert.SkipUnless(File.Exists(file), "The real extracts are not here.");
        var whole = File.ReadAllBytes(file);
        foreach (var share in (double[])[0.0001, 0.1, 0.5, 0.9, 0.999])
            Refused(whole[..(int)(whole.Length * share)]);
    }

    [Fact]
    public void Bytes_that_flipped_in_a_pbf_end_in_words_or_in_a_whole_reading()
    {
        var file = OsmText.Shared("osm_beijing_cau/beijing_cau.osm.pbf");
        Assert.SkipUnless(File.Exists(file), "The real extracts are not here.");
        var whole = File.ReadAllBytes(file);
        var random = new Random(7);
        for (var trial = 0; trial < 30; trial++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            WithFile(damaged, path =>
            {
                try
                {
                    OsmText.ReadFile(path);
                }
                catch (BadInput)
                {
                }
            });
        }
    }

    [Fact]
    public void A_compressed_file_is_read_also_when_it_holds_several_streams()
    {
        var text = Encoding.UTF8.GetBytes(new OsmText().Node(2, 0, 0, "amenity=fuel").ToString());
        byte[] packed = [.. Packed(text[..60]), .. Packed(text[60..])];
        WithFile(packed, path => Assert.Single(OsmText.ReadFile(path).Items.OfType<SiteItem>()));
        Refused(packed[..^20]);
        Refused(Packed(text[..60]));
    }

    private static byte[] Packed(byte[] text)
    {
        using var packed = new MemoryStream();
        BZip2.Compress(new MemoryStream(text), packed, false, 1);
        return packed.ToArray();
    }

    private static BadInput Refused(byte[] content)
    {
        BadInput? refusal = null;
        WithFile(content, path => refusal = Assert.Throws<BadInput>(() => OsmText.ReadFile(path)));
        return refusal!;
    }

    private static void WithFile(byte[] content, Action<string> act)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.osm");
        File.WriteAllBytes(path, content);
        try
        {
            act(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
