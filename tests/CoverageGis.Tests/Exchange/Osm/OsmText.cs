using System.Globalization;
using System.Text;
using CoverageGis.Exchange;
using CoverageGis.Exchange.Osm;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Tests.Exchange.Osm;

/// <summary>A small .osm file written as a person would draw it: metres east and north of a corner, tags as k=v.</summary>
public sealed class OsmText
{
    private const double Lon = 8.65, Lat = 49.87, MetresPerDegree = 111_195;

    private readonly StringBuilder _nodes = new(), _ways = new(), _relations = new();
    private long _next = 1000;

    public static string Shared(string file) => Path.Combine(
        Environment.GetEnvironmentVariable("COVERAGE_SHARED") ?? Path.Combine(Root(), "..", "shared"), "real", file);

    public OsmText Node(long id, double x, double y, params string[] tags)
    {
        var lon = Lon + (x / MetresPerDegree / Math.Cos(double.DegreesToRadians(Lat)));
        var lat = Lat + (y / MetresPerDegree);
        _nodes.Append(CultureInfo.InvariantCulture, $"<node id='{id}' lat='{lat:F7}' lon='{lon:F7}'>").Append(Tags(tags)).Append("</node>\n");
        return this;
    }

    /// <summary>A way through new nodes at (x, y) pairs; the last pair as the first closes it.</summary>
    public OsmText Way(long id, double[] path, params string[] tags)
    {
        var ids = new List<long>();
        for (var i = 0; i < path.Length; i += 2)
        {
            var same = Enumerable.Range(0, i / 2).FirstOrDefault(j => path[2 * j] == path[i] && path[(2 * j) + 1] == path[i + 1], -1);
            ids.Add(same >= 0 ? ids[same] : ++_next);
            if (same < 0)
                Node(_next, path[i], path[i + 1]);
        }
        return WayOf(id, ids, tags);
    }

    public OsmText Square(long id, double x, double y, double side, params string[] tags) =>
        Way(id, [x, y, x + side, y, x + side, y + side, x, y + side, x, y], tags);

    public OsmText WayOf(long id, IEnumerable<long> nodes, params string[] tags)
    {
        _ways.Append(CultureInfo.InvariantCulture, $"<way id='{id}'>").AppendJoin("", nodes.Select(n => $"<nd ref='{n}'/>")).Append(Tags(tags)).Append("</way>\n");
        return this;
    }

    /// <param name="members">As way/1 outer.</param>
    public OsmText Relation(long id, string[] members, params string[] tags)
    {
        _relations.Append(CultureInfo.InvariantCulture, $"<relation id='{id}'>");
        foreach (var member in members.Select(m => m.Split([' ', '/'])))
            _relations.Append(CultureInfo.InvariantCulture, $"<member type='{member[0]}' ref='{member[1]}' role='{member[2]}'/>");
        _relations.Append(Tags(tags)).Append("</relation>\n");
        return this;
    }

    public override string ToString() => $"<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n{_nodes}{_ways}{_relations}</osm>\n";

    public (List<SceneItem> Items, ImportReport Report) Read()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, ToString());
            return ReadFile(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static (List<SceneItem> Items, ImportReport Report) ReadFile(string file)
    {
        var report = new ImportReport();
        return ([.. OsmReader.Read(file, report, null, TestContext.Current.CancellationToken)], report);
    }

    private static string Tags(string[] tags) => string.Concat(tags.Select(t => t.Split('=', 2))
        .Select(t => $"<tag k='{t[0]}' v='{System.Security.SecurityElement.Escape(t[1])}'/>"));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CoverageGis.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? ".";
    }
}
