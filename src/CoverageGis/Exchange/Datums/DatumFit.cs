namespace CoverageGis.Exchange.Datums;

/// <summary>How a delivery's cameras would stand if its coordinates were of a datum.</summary>
/// <param name="Cameras">That have something near them under some hypothesis.</param>
/// <param name="Inside">Of these, inside buildings.</param>
/// <param name="OffRoad">Farther than 30 m from every road; 0 where no road is known.</param>
/// <param name="AtSite">Within 50 m of a site.</param>
public sealed record DatumFit(string Datum, int Cameras, int Inside, int OffRoad, int AtSite, bool RoadsKnown, bool SitesKnown)
{
    private const int FewestCameras = 20, FewestInside = 5;

    /// <summary>A shift puts cameras into buildings at random, as dense as these stand: more, and they are indoor cameras.</summary>
    private const double MostInside = 0.6;

    private const double ManyInside = 0.05, Many = 0.2, NotWorse = 0.9;

    /// <summary>
    /// Whether another datum fits much better. At least 20 cameras with something near them, and one of: a third of the
    /// cameras inside buildings or fewer, and 5 % of all fewer; half of those off every road or fewer, and 20 % of all fewer;
    /// twice as many at sites, and 20 % of all more. And neither of the other two may be worse.
    /// </summary>
    public bool IsMuchBetterThan(DatumFit declared)
    {
        if (Cameras < FewestCameras || !(RoadsKnown || SitesKnown))
            return false;
        var (inside, offRoad, atSite) = (Inside <= declared.Inside, OffRoad <= declared.OffRoad, AtSite >= NotWorse * declared.AtSite);
        var (fewerInside, fewerOff, moreAt) = (declared.Inside - Inside, declared.OffRoad - OffRoad, AtSite - declared.AtSite);
        return (declared.Inside <= MostInside * Cameras && fewerInside >= FewestInside && fewerInside >= ManyInside * Cameras && Inside * 3 <= declared.Inside && offRoad && atSite)
            || (fewerOff >= Many * Cameras && OffRoad * 2 <= declared.OffRoad && inside && atSite)
            || (moreAt >= Many * Cameras && AtSite >= 2 * declared.AtSite && inside && offRoad);
    }

    public string Told => FormattableString.Invariant($"{Inside} inside buildings")
        + (RoadsKnown ? FormattableString.Invariant($", {OffRoad} farther than 30 m from every road") : "")
        + (SitesKnown ? FormattableString.Invariant($", {AtSite} within 50 m of a site") : "");
}
