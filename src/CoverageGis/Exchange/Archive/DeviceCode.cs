using System.Globalization;
using CoverageGis.Exchange.Archive.Values;

namespace CoverageGis.Exchange.Archive;

/// <summary>The code of a device: 20 digits by GB/T 28181, 18 by older editions; anything else is odd and no fault.</summary>
internal static class DeviceCode
{
    private const int Longest = 200;

    /// <summary>Digits that a spreadsheet keeps; what follows in a longer number becomes 0. The serial number has the last 6 of 20.</summary>
    private const int DigitsKept = 15, BeforeSerial = 14;

    /// <returns>The code, or null with the fault told.</returns>
    public static string? Read(ArchiveRecord record, ArchiveRemarks remarks)
    {
        var code = record[ArchiveLayout.Code];
        var fault = code.Length == 0 ? $"{ArchiveLayout.Code} is missing; it identifies the camera"
            : code.Length > Longest ? $"{ArchiveLayout.Code} has {code.Length} signs; at most {Longest} are one"
            : code.Any(char.IsControl) ? $"{ArchiveLayout.Code} holds a line break or another control character"
            : IsRounded(code) ? $"{ArchiveLayout.Code} {OneLineOf(code)} was rounded by a spreadsheet, its last digits are lost; right would be all 20 digits: format the column as text before the codes are entered, and export it again"
            : null;
        if (fault is null)
        {
            if (code.Length is not (18 or 20) || !code.All(char.IsAsciiDigit))
                remarks.Say("device code is not of 20 (or 18) digits. Taken as it is", record.Ref);
            else if (EndsInZeros(code, DigitsKept))
                remarks.Say("device code ends in 00000, as when a spreadsheet rounded it. Taken as it is", record.Ref);
            return code;
        }
        record.Faults.Add(fault);
        remarks.Unknown++;
        return null;
    }

    private static string OneLineOf(string code) => Secret.Shown(code);

    /// <summary>3.2E+19, or 20 digits with the serial number 0, which nobody gives: of serials below 50 000 nothing else is left.</summary>
    private static bool IsRounded(string code)
    {
        if (EndsInZeros(code, BeforeSerial))
            return true;
        return char.IsAsciiDigit(code[0]) && code.AsSpan().IndexOfAny("eE.") > 0
            && double.TryParse(code, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 1e15;
    }

    private static bool EndsInZeros(string code, int from) =>
        code.Length == 20 && code.All(char.IsAsciiDigit) && code.AsSpan(from).IndexOfAnyExcept('0') < 0;
}
