using System.Text.Unicode;
using CoverageGis.Commands;

namespace CoverageGis.Exchange.Scene;

/// <summary>The part of a UTF-8 file that is in memory: moves on as it is read, grows where one value is longer than it.</summary>
/// <param name="most">Beyond this it does not grow, bytes.</param>
internal sealed class Utf8Window(string file, Stream stream, int first, int most)
{
    private byte[] _buffer = new byte[first];
    private int _start, _end;
    private long _before;

    /// <summary>The file has been read to its end: what is unread is all that follows.</summary>
    public bool IsWhole { get; private set; }

    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Bytes of the file before what is unread.</summary>
    public long Position => _before + _start;

    public void Advance(int read) => _start += read;

    /// <exception cref="BadInput">The file ends here, or a value is too long.</exception>
    public void More()
    {
        if (IsWhole)
            throw new BadInput(FormattableString.Invariant($"{file} ends at byte {_before + _end}, in the middle. Nothing was imported."));
        MakeRoom();
        var read = Read();
        _end += read;
        IsWhole = read == 0;
    }

    /// <summary>Passes over a byte order mark.</summary>
    /// <exception cref="BadInput">The file is empty, or not UTF-8.</exception>
    public void SkipMark()
    {
        while (!IsWhole && _end < 3)
            More();
        if (_end == 0)
            throw new BadInput($"{file} is empty. Right would be a GeoJSON FeatureCollection or an OpenStreetMap file.");
        if (Unread.StartsWith("\uFEFF"u8))
            Advance(3);
        if (Unread is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, ..] or [_, 0, ..])
            throw new BadInput($"{file} is not UTF-8 but UTF-16 or UTF-32. Save it as UTF-8. Nothing was imported.");
    }

    /// <param name="from">In what is unread.</param>
    /// <exception cref="BadInput">These bytes are no UTF-8.</exception>
    public void RequireUtf8(int from, int to)
    {
        if (!Utf8.IsValid(Unread[from..to]))
            throw new BadInput(FormattableString.Invariant($"{file} is not UTF-8 (between bytes {Position + from} and {Position + to}); ")
                + "it may be GBK or damaged. Save it as UTF-8. Nothing was imported.");
    }

    private void MakeRoom()
    {
        Unread.CopyTo(_buffer);
        (_before, _end, _start) = (_before + _start, _end - _start, 0);
        if (_end < _buffer.Length)
            return;
        if (_end >= most)
            throw new BadInput(FormattableString.Invariant($"{file}, byte {_before}: one feature is larger than {most >> 20} MB. Nothing was imported."));
        Array.Resize(ref _buffer, _end * 2);
    }

    private int Read()
    {
        try
        {
            return stream.Read(_buffer, _end, _buffer.Length - _end);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new BadInput(FormattableString.Invariant($"{file} cannot be read on from byte {_before + _end}: {failure.Message} Nothing was imported."), failure);
        }
    }
}
