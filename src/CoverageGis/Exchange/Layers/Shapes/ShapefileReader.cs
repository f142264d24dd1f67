using System.Text;
using System.Text.RegularExpressions;
using CoverageGis.Commands;
using CoverageGis.Exchange.Datums;
using CoverageGis.Exchange.Scene;

namespace CoverageGis.Exchange.Layers.Shapes;

/// <summary>Reads shapefiles: a .shp with its files beside it, or a .zip of them. What they mean to say is in ReadOrder.</summary>
public static partial class ShapefileReader
{
    /// <summary>The mapping that an export of ours puts beside its shapes.</summary>
    public const string MappingExtension = ".map.json";

    private const int Step = 256, LongestDefinition = 10_000;

    /// <exception cref="BadInput">The file as a whole cannot be taken.</exception>
    public static IEnumerable<SceneItem> Read(ReadOrder order, ImportReport report, IProgress<double>? progress, CancellationToken token)
    {
        using var set = new ShapeSet(order.File);
        foreach (var stem in set.Stems())
        {
            foreach (var item in Guarded(order.File, Read(set, stem, order, report, progress, token)))
                yield return item;
        }
    }

    private static IEnumerable<SceneItem> Read(
        ShapeSet set, string stem, ReadOrder order, ImportReport report, IProgress<double>? progress, CancellationToken token)
    {
        var name = set.Told(stem, ".shp");
        var mapping = order.Map is null && set.Text(stem, MappingExtension) is { } ours ? LayerMapping.OfText(set.Told(stem, MappingExtension), ours) : LayerMapping.Of(order.Map);
        var datum = DatumOf(set.Text(stem, ".prj"), order, name, report);
        var encoding = EncodingOf(set, stem, name, report);
        var features = new LayerFeatures(name, report, mapping, order.Kind, datum);
        var (shapes, length) = set.Open(stem, ".shp");
        var (table, tableLength) = set.Open(stem, ".dbf");
        using (shapes)
        using (table)
        {
            var dbf = DbfTable.Open(set.Told(stem, ".dbf"), table, tableLength);
            using var rows = dbf.Rows(table).GetEnumerator();
            var number = 0;
            foreach (var record in ShpRecords.Read(name, shapes, length))
            {
                token.ThrowIfCancellationRequested();
                var place = FormattableString.Invariant($"{Path.GetFileName(stem)}.shp, record {++number}");
                if (!rows.MoveNext())
                    throw new BadInput($"{name} has more shapes than {set.Told(stem, ".dbf")} has rows ({dbf.Count}): the files are not of one delivery. Nothing was imported.");
                if (number == 1)
                    dbf.Name(encoding);
                if (number % Step == 0)
                    progress?.Report((double)number / Math.Max(1, dbf.Count));
                if (rows.Current is { } row
                    && features.Read(new LayerRow(place, record.Shape is null ? null : record.Shape.Write, dbf.Values(row, encoding)) { Fault = record.Fault }) is { } item)
                    yield return item;
            }
            if (rows.MoveNext())
                throw new BadInput($"{set.Told(stem, ".dbf")} has more rows ({dbf.Count}) than {name} has shapes ({number}): the files are not of one delivery, or the .shp is cut short. Nothing was imported.");
            if (number == 0)
                report.Say(name, "holds no shapes");
        }
    }

    private static Encoding EncodingOf(ShapeSet set, string stem, string name, ImportReport report)
    {
        var (table, length) = set.Open(stem, ".dbf");
        using (table)
        {
            var dbf = DbfTable.Open(set.Told(stem, ".dbf"), table, length);
            return DbfEncoding.Of(set.Text(stem, ".cpg"), dbf.Language,
                dbf.Rows(table).Where(r => r is not null).SelectMany(r => dbf.Texts(r!)), said => report.Say(name, said));
        }
    }

    private static Datum? DatumOf(string? definition, ReadOrder order, string name, ImportReport report)
    {
        if (string.IsNullOrWhiteSpace(definition))
        {
            if (order.Datum is null)
                report.Say(name, "comes without a .prj: its coordinates were taken as WGS 84; --datum says otherwise");
            return order.Datum;
        }
        if (definition.Length > LongestDefinition || !Definition().IsMatch(definition))
            throw new BadInput($"{name}: its .prj is no well-known text of a coordinate system. Nothing was imported.");
        return LayerDatum.Settle(order.Datum, LayerDatum.OfDefinition(definition), name, report);
    }

    private static IEnumerable<SceneItem> Guarded(string file, IEnumerable<SceneItem> items)
    {
        using var all = items.GetEnumerator();
        while (true)
        {
            try
            {
                if (!all.MoveNext())
                    yield break;
            }
            catch (Exception failure) when (failure is InvalidDataException or IOException)
            {
                throw new BadInput($"{file} cannot be read on: {failure.Message} It is damaged or cut short. Nothing was imported.", failure);
            }
            yield return all.Current;
        }
    }

    [GeneratedRegex(@"^\s*(GEOGCS|PROJCS|GEOGCRS|PROJCRS|GEODCRS|COMPD_CS|COMPOUNDCRS|BOUNDCRS)\s*\[", RegexOptions.IgnoreCase)]
    private static partial Regex Definition();
}
