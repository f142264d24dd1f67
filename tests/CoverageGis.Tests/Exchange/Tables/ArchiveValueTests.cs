using CoverageGis.Exchange.Archive.Values;

namespace CoverageGis.Tests.Exchange.Tables;

public sealed class ArchiveValueTests
{
    [Theory]
    [InlineData("118.8412", 118.8412), InlineData("118.8412°", 118.8412), InlineData("E118.8412", 118.8412), InlineData("东经118.8412", 118.8412), InlineData("118.8412E", 118.8412)]
    [InlineData("118°50′28.32″", 118.8412), InlineData("118-50-28.32", 118.8412), InlineData("E 118°50'28.32\"", 118.8412), InlineData("118度50分28.32秒", 118.8412), InlineData("118 50 28.32", 118.8412)]
    [InlineData("118:50:28.32", 118.8412), InlineData("１１８．８４１２", 118.8412), InlineData("118°50.472′", 118.8412), InlineData("-73.5", -73.5), InlineData("W73.5", -73.5), InlineData("S 33°30′", -33.5), InlineData("386678.49", 386678.49)]
    public void Degrees_are_read_as_they_are_written(string text, double degrees) => Assert.Equal(degrees, Degrees.Parse(text)!.Value.Value, 1e-9);

    [Theory]
    [InlineData(""), InlineData("东"), InlineData("118°70′10″"), InlineData("118-50-61"), InlineData("118,8412"), InlineData("118.84.12"), InlineData("1e2"), InlineData("NaN"), InlineData("118°50.5′10″")]
    public void What_is_no_degree_is_none(string text) => Assert.Null(Degrees.Parse(text));

    [Theory]
    [InlineData("2024-03-05", "2024-03-05"), InlineData("2024/3/5", "2024-03-05"), InlineData("2024.3.5", "2024-03-05"), InlineData("2024年3月5日", "2024-03-05"), InlineData("20240305", "2024-03-05")]
    [InlineData("2024-03-05 10:20:30", "2024-03-05"), InlineData("2024-03-05T10:20:30+08:00", "2024-03-05"), InlineData("45356", "2024-03-05"), InlineData("45356.5", "2024-03-05"), InlineData("25/12/2024", "2024-12-25")]
    [InlineData("12/25/2024", "2024-12-25"), InlineData("2024年3月", "2024-03"), InlineData("2024", "2024"), InlineData("2024年", "2024"), InlineData("05/03/2024", null), InlineData("2024-02-30", null), InlineData("20241305", null), InlineData("去年", null), InlineData("12345", null)]
    public void Days_are_read_in_the_usual_forms_and_never_guessed(string text, string? day) => Assert.Equal(day, Day.Parse(text));

    [Theory]
    [InlineData("30", "30"), InlineData("90天", "90"), InlineData("≥30天", "30"), InlineData("30天以上", "30"), InlineData("0", "0"), InlineData("三个月", null), InlineData("30-90", null)]
    public void Retention_is_a_number_of_days(string text, string? days) => Assert.Equal(days, Measure.Days(text));

    [Theory]
    [InlineData("10.0.0.1", true), InlineData("摄像机10.0.0.1", true), InlineData("fe80::1", true), InlineData("00:11:22:33:44:55", true), InlineData("http://a:b@c/", true), InlineData("32011600001320000001", false), InlineData("118:50:28", false), InlineData("H.265", false), InlineData("V1.2.3", false), InlineData("2024-03-05", false)]
    public void Addresses_are_known_by_their_form(string text, bool secret) => Assert.Equal(secret, Secret.Is(text));
}
