using NetTopologySuite.Geometries;
using OsmSharp;

namespace CoverageGis.Exchange.Osm;

/// <summary>
/// Puts the wanted objects of a file together: relations first, then the ways that they or we want, then the nodes that
/// those want. Holds what is wanted and nothing else.
/// </summary>
public sealed class Assembly(ImportReport report)
{
    private static readonly GeometryFactory Factory = new(PrecisionModel.Floating.Value, 4326);

    private readonly Dictionary<long, Relation> _relations = [];
    private readonly Dictionary<long, (long[] Nodes, Tags Tags)> _ways = [];
    private readonly HashSet<long> _ofRelations = [];
    private readonly Dictionary<long, Coordinate?> _places = [];
    private readonly Dictionary<long, (Coordinate Place, Tags Tags)> _nodes = [];

    public IEnumerable<OsmThing> Things(OsmFile file)
    {
        ReadRelations(file);
        ReadWays(file);
        ReadNodes(file);
        return Nodes().Concat(Ways()).Concat(Relations());
    }

    private void ReadRelations(OsmFile file)
    {
        foreach (var relation in file.Relations())
        {
            var tags = new Tags(relation.Tags);
            if (!tags.Is("type", "multipolygon", "boundary") || !Mapping.IsWanted(tags))
                continue;
            if (!_relations.TryAdd(relation.Id!.Value, relation))
                report.Say($"relation/{relation.Id}", "stands in the file more than once; the first was taken");
            foreach (var member in relation.Members.Where(m => m.Type == OsmGeoType.Way))
                _ofRelations.Add(member.Id);
        }
    }

    private void ReadWays(OsmFile file)
    {
        foreach (var way in file.Ways())
        {
            var tags = new Tags(way.Tags);
            var id = way.Id!.Value;
            if (way.Nodes is null || !(Mapping.IsWanted(tags) || _ofRelations.Contains(id)))
                continue;
            if (!_ways.TryAdd(id, (way.Nodes, tags)))
            {
                report.Say($"way/{id}", "stands in the file more than once; the first was taken");
                continue;
            }
            foreach (var node in way.Nodes)
                _places.TryAdd(node, null);
        }
    }

    private void ReadNodes(OsmFile file)
    {
        foreach (var node in file.Nodes())
        {
            if (node is not { Longitude: { } east, Latitude: { } north })
                continue;
            // The file counts in 1e-7 degrees; what decoding adds behind that is rounding.
            var (lon, lat) = (Math.Round(east, 9), Math.Round(north, 9));
            if (!(Math.Abs(lon) <= 180 && Math.Abs(lat) <= 90))
                continue;
            var id = node.Id!.Value;
            if (_places.ContainsKey(id))
                _places[id] = new Coordinate(lon, lat);
            var tags = new Tags(node.Tags);
            if ((Mapping.Category(tags) is not null || Mapping.IsCamera(tags)) && !_nodes.TryAdd(id, (new Coordinate(lon, lat), tags)))
                report.Say($"node/{id}", "stands in the file more than once; the first was taken");
        }
    }

    private IEnumerable<OsmThing> Nodes() =>
        _nodes.Select(n => new OsmThing($"node/{n.Key}", n.Value.Tags, Factory.CreatePoint(n.Value.Place)));

    private IEnumerable<OsmThing> Ways()
    {
        foreach (var (id, (nodes, tags)) in _ways.Where(w => Mapping.IsWanted(w.Value.Tags)))
        {
            var places = nodes.Select(n => _places.GetValueOrDefault(n)).OfType<Coordinate>().ToArray();
            var reference = $"way/{id}";
            var shape = Mapping.IsArea(tags) && IsRound(nodes) ? Area(reference, tags, nodes, places)
                : Mapping.IsArea(tags) && !MayBeLine(tags) ? Drop(reference, tags, Open(nodes, places)) : Line(reference, tags, nodes, places);
            if (shape is not null)
                yield return new OsmThing(reference, tags, shape);
        }
    }

    private static bool IsRound(long[] nodes) => nodes.Length >= 4 && nodes[0] == nodes[^1];

    private static string Open(long[] nodes, Coordinate[] places) => places.Length < nodes.Length
        ? $"{nodes.Length - places.Length} of its {nodes.Length} nodes are not in the file (the edge of an extract?)"
        : "its ring is open: the last node is not the first";

    /// <summary>A platform or a waterside may be drawn as a line.</summary>
    private static bool MayBeLine(Tags tags) => tags.Is("public_transport", "platform") || tags.Is("highway", "bus_stop") || Mapping.Wall(tags) is not null;

    private Geometry? Area(string reference, Tags tags, long[] nodes, Coordinate[] places)
    {
        if (places.Length < nodes.Length)
            return Drop(reference, tags, Open(nodes, places));
        var area = Rings.Areas([Factory.CreateLinearRing(places)], Factory, out var repaired);
        return area is null ? Drop(reference, tags, "its ring encloses no area") : Repaired(reference, area, repaired);
    }

    private Geometry? Line(string reference, Tags tags, long[] nodes, Coordinate[] places)
    {
        if (places.Length < 2)
            return Drop(reference, tags, $"only {places.Length} of its {nodes.Length} nodes are in the file (the edge of an extract?)");
        if (places.Length < nodes.Length)
            report.Say(reference, $"{nodes.Length - places.Length} of its {nodes.Length} nodes are not in the file; the known part was taken");
        return Factory.CreateLineString(places);
    }

    private IEnumerable<OsmThing> Relations()
    {
        foreach (var (id, relation) in _relations)
        {
            var tags = new Tags(relation.Tags);
            var reference = $"relation/{id}";
            if (Area(reference, tags, relation) is { } shape)
                yield return new OsmThing(reference, tags, shape);
        }
    }

    private Geometry? Area(string reference, Tags tags, Relation relation)
    {
        var members = relation.Members.Where(m => m.Type == OsmGeoType.Way && m.Role is null or "" or "outer" or "inner").ToList();
        var missing = members.Count(m => !_ways.ContainsKey(m.Id));
        if (missing > 0)
            return Drop(reference, tags, $"{missing} of its {members.Count} member ways are not in the file (the edge of an extract?)");
        var (closed, open) = Rings.Join(members.Select(m => _ways[m.Id].Nodes));
        if (open > 0 || closed.Count == 0)
            return Drop(reference, tags, closed.Count + open == 0 ? "it has no member ways" : "its member ways do not join into closed rings");
        var rings = closed.Select(r => r.Select(n => _places.GetValueOrDefault(n)).OfType<Coordinate>().ToArray()).ToList();
        if (rings.Zip(closed).Any(p => p.First.Length < p.Second.Length || p.First.Length < 4))
            return Drop(reference, tags, "some nodes of its member ways are not in the file (the edge of an extract?)");
        var area = Rings.Areas([.. rings.Select(r => Factory.CreateLinearRing(r))], Factory, out var repaired);
        return area is null ? Drop(reference, tags, "its rings enclose no area") : Repaired(reference, area, repaired);
    }

    private Geometry Repaired(string reference, Geometry area, bool repaired)
    {
        area.SRID = 4326;
        if (repaired)
            report.Say(reference, "its polygon crosses itself and was repaired");
        return area;
    }

    private Geometry? Drop(string reference, Tags tags, string reason)
    {
        var first = true;
        foreach (var kind in Mapping.Kinds(tags))
        {
            report.Kind(kind).Read++;
            report.Kind(kind).Skipped++;
            if (first)
                report.Say(reference, reason);
            first = false;
        }
        return null;
    }
}
