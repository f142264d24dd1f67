using System.Text;
using CoverageGis.Commands;

namespace CoverageGis.Exchange.Tables;

/// <summary>The container of binary workbooks (.xls) and of those behind a password: told apart, and refused.</summary>
internal static class OldWorkbook
{
    private const int Looked = 1 << 20;

    private static readonly byte[] Container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool IsOne(ReadOnlySpan<byte> start) => start.StartsWith(Container);

    /// <exception cref="BadInput">It is one.</exception>
    public static void Refuse(string file, ReadOnlySpan<byte> start)
    {
        if (!IsOne(start))
            return;
        var bytes = new byte[Looked];
        using var stream = File.OpenRead(file);
        var length = stream.ReadAtLeast(bytes, Looked, throwOnEndOfStream: false);
        throw new BadInput(bytes.AsSpan(0, length).IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? $"{file} is protected by a password. Save it without one, as .xlsx or CSV. Nothing was imported."
            : $"{file} is a workbook of the old binary form (.xls). Save it as .xlsx or CSV. Nothing was imported.");
    }
}
