using OsmSharp;
using OsmSharp.IO.PBF;
using Pbf = OsmSharp.IO.PBF;

namespace CoverageGis.Exchange.Osm;

/// <summary>
/// The objects of one kind in a .osm.pbf, block by block. Versions, dates and contributors are dropped before decoding:
/// nothing here needs them, and the library stumbles over files that hold only some of them.
/// </summary>
public sealed class PbfBlocks<T> : IPBFOsmPrimitiveConsumer where T : OsmGeo
{
    private readonly List<OsmGeo> _block = [];

    public static IEnumerable<OsmGeo> Read(Stream bytes)
    {
        var consumer = new PbfBlocks<T>();
        var reader = new PBFReader(bytes);
        while (reader.MoveNext() is { } block)
        {
            foreach (var group in block.primitivegroup)
                DropInfo(group);
            consumer._block.Clear();
            Encoder.Decode(block, consumer, typeof(T) != typeof(OsmSharp.Node), typeof(T) != typeof(OsmSharp.Way),
                typeof(T) != typeof(OsmSharp.Relation), out _, out _, out _);
            foreach (var thing in consumer._block)
                yield return thing;
        }
    }

    public void ProcessNode(PrimitiveBlock block, Pbf.Node node) => _block.Add(Encoder.DecodeNode(block, node));

    public void ProcessWay(PrimitiveBlock block, Pbf.Way way) => _block.Add(Encoder.DecodeWay(block, way));

    public void ProcessRelation(PrimitiveBlock block, Pbf.Relation relation) => _block.Add(Encoder.DecodeRelation(block, relation));

    private static void DropInfo(PrimitiveGroup group)
    {
        if (group.dense is { } dense)
            dense.denseinfo = null;
        foreach (var node in group.nodes)
            node.info = null;
        foreach (var way in group.ways)
            way.info = null;
        foreach (var relation in group.relations)
            relation.info = null;
    }
}
