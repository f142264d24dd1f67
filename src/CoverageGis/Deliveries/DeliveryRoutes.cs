using CoverageGis.Database;

namespace CoverageGis.Deliveries;

internal static class DeliveryRoutes
{
    public static readonly string List = Statement.Of(typeof(DeliveryRoutes), "delivery-list"),
        Missing = Statement.Of(typeof(DeliveryRoutes), "missing-cameras");
}
