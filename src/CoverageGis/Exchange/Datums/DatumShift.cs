using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CoverageGis.Commands;
using CoverageGis.Database;
using CoverageGis.Exchange.Merging;
using CoverageGis.Exchange.Scene;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CoverageGis.Exchange.Datums;

/// <summary>
/// Brings items from the datum of their file to WGS 84, as they come: formulas here, everything else by PROJ in the
/// database, many shapes a statement. A camera keeps what was delivered under "original".
/// </summary>
public sealed class DatumShift(NpgsqlDataSource database, ImportReport report, string file)
{
    private const int ShapesAtOnce = 2000, CornersAtOnce = 100_000;

    /// <summary>So many that cannot be transformed are named one by one; more, and the datum is not the file's.</summary>
    private const int MostRefused = 50;

    private static readonly string ToWgs84 = Statement.Of(typeof(DatumShift), "to-wgs84");

    private static readonly GeometryFactory Factory = new(PrecisionModel.Floating.Value, FeatureShape.Wgs84);

    /// <summary>SQLSTATE of what PROJ cannot do.</summary>
    private const string Internal = "XX000";

    private readonly HashSet<Datum> _ofCameras = [];
    private int _refused;

    /// <summary>The datum that cameras were declared to be in; null = there were none, or in several.</summary>
    public Datum? OfCameras => _ofCameras.Count == 1 ? _ofCameras.Single() : null;

    /// <summary>All but what cannot be brought there, which is counted and named.</summary>
    public async IAsyncEnumerable<SceneItem> ApplyAsync(IEnumerable<SceneItem> items, [EnumeratorCancellation] CancellationToken token)
    {
        List<SceneItem> waiting = [];
        var corners = 0;
        foreach (var item in items)
        {
            if (item is CameraItem)
                _ofCameras.Add(item.Datum ?? Datum.Wgs84);
            if (waiting.Count > 0 && (item.Datum != waiting[0].Datum || waiting.Count >= ShapesAtOnce || corners >= CornersAtOnce))
            {
                foreach (var shifted in await ByProjAsync(waiting, token))
                    yield return shifted;
                (waiting, corners) = ([], 0);
            }
            if (item.Datum?.Definition is null || ItemShape.Of(item) is not { } shape)
                yield return ByFormula(item);
            else
            {
                waiting.Add(item);
                corners += shape.NumPoints;
            }
        }
        foreach (var shifted in await ByProjAsync(waiting, token))
            yield return shifted;
    }

    private static SceneItem ByFormula(SceneItem item) => item.Datum is null or { Name: "wgs84" } || ItemShape.Of(item) is not { } shape
        ? item : Placed(item, item.Datum.Formula is { } formula ? Applied(shape, formula) : shape);

    private async Task<IReadOnlyList<SceneItem>> ByProjAsync(List<SceneItem> items, CancellationToken token)
    {
        if (items.Count == 0)
            return items;
        var datum = items[0].Datum!;
        var shapes = items.Select(i => ItemShape.Of(i)!).Select(s => datum.Formula is { } formula ? Applied(s, formula) : s).ToArray();
        try
        {
            return Sound(items, await TransformAsync(shapes, datum, token));
        }
        catch (PostgresException failure) when (failure.SqlState == Internal)
        {
            return await OneByOneAsync(items, shapes, datum, token);
        }
    }

    /// <summary>One of them cannot be transformed, or none can.</summary>
    private async Task<List<SceneItem>> OneByOneAsync(List<SceneItem> items, Geometry[] shapes, Datum datum, CancellationToken token)
    {
        List<SceneItem> sound = [];
        for (var i = 0; i < items.Count; i++)
        {
            try
            {
                sound.AddRange(Sound([items[i]], await TransformAsync([shapes[i]], datum, token)));
            }
            catch (PostgresException failure) when (failure.SqlState == Internal)
            {
                if (failure.MessageText.Contains("parse proj", StringComparison.OrdinalIgnoreCase) || ++_refused > MostRefused)
                    throw new BadInput($"{file}, {items[i].Ref}: {datum.Name} is no coordinate system that PROJ knows, or not that of these coordinates ({failure.MessageText}). Right would be {Datum.Right}. Nothing was imported.", failure);
                Skip(items[i], $"cannot be taken from {datum.Name} to longitude and latitude ({failure.MessageText})");
            }
        }
        return sound;
    }

    private List<SceneItem> Sound(List<SceneItem> items, Geometry[] shapes)
    {
        List<SceneItem> sound = [];
        for (var i = 0; i < items.Count; i++)
        {
            if (IsOnEarth(shapes[i].EnvelopeInternal))
                sound.Add(Placed(items[i], shapes[i]));
            else
                Skip(items[i], $"does not lie on earth in {items[i].Datum!.Name}: is it the right datum, and x east?");
        }
        return sound;
    }

    private void Skip(SceneItem item, string reason)
    {
        if (item is RegionItem)
            throw new BadInput($"{file}, {item.Ref}: its boundary {reason}. Nothing was imported.");
        report.Skip(StageTable.Of(StageTable.Identified(item)).Kind, item, reason);
    }

    private static bool IsOnEarth(Envelope box) =>
        double.IsFinite(box.MinX + box.MaxX + box.MinY + box.MaxY) && box is { MinX: >= -180, MaxX: <= 180, MinY: >= -90, MaxY: <= 90 };

    /// <summary>On a connection of its own: the one of the delivery is busy with what is staged, and a refusal of PROJ breaks it.</summary>
    private async Task<Geometry[]> TransformAsync(Geometry[] shapes, Datum datum, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var command = connection.With(ToWgs84, shapes, datum.Definition);
        await using var row = await command.ExecuteReaderAsync(token);
        var placed = new Geometry[shapes.Length];
        for (var i = 0; await row.ReadAsync(token); i++)
            placed[i] = row.GetFieldValue<Geometry>(0);
        return placed;
    }

    private static Geometry Applied(Geometry shape, Func<Coordinate, Coordinate> formula)
    {
        var moved = shape.Copy();
        moved.Apply(new Formula(formula));
        return moved;
    }

    private static SceneItem Placed(SceneItem item, Geometry shape)
    {
        var placed = ItemShape.With(item, shape.SRID == FeatureShape.Wgs84 ? shape : Factory.CreateGeometry(shape));
        return item is CameraItem camera ? placed with { Attributes = WithOriginal(camera) } : placed;
    }

    private static JsonObject WithOriginal(CameraItem camera)
    {
        var attributes = camera.Attributes ?? [];
        attributes["original"] = new JsonObject
        {
            ["x"] = camera.Position.X, ["y"] = camera.Position.Y, ["datum"] = camera.Datum!.Name, ["method"] = camera.Datum.Method,
        };
        return attributes;
    }

    private sealed class Formula(Func<Coordinate, Coordinate> formula) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence)
        {
            for (var i = 0; i < sequence.Count; i++)
            {
                var place = formula(new Coordinate(sequence.GetX(i), sequence.GetY(i)));
                sequence.SetX(i, place.X);
                sequence.SetY(i, place.Y);
            }
        }
    }
}
