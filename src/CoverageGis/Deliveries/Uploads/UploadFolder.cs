using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CoverageGis.Deliveries.Uploads;

/// <summary>A file that someone sent, under the hash of what it holds.</summary>
/// <param name="Name">As it was called there, without a path; what reports and deliveries name.</param>
internal sealed record Upload(string Id, string Name, long Bytes, string Path);

/// <summary>
/// Where files wait that were sent: one folder a file, named by its content, that only this user can enter: an archive
/// holds what not everyone may see. Gone once it is imported, and after a day in any case.
/// </summary>
internal sealed partial class UploadFolder
{
    private const int LongestName = 100;

    /// <summary>So many of the largest files may wait at a time.</summary>
    private const int MostWaiting = 5;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly string _root;

    public UploadFolder(string home, long most)
    {
        (_root, MostBytes) = (Path.Combine(home, "uploads"), most);
        Sweep();
    }

    public long MostBytes { get; }

    /// <summary>As the environment says: COVERAGE_UPLOAD_MB, else 200 MB.</summary>
    public static UploadFolder In(string home) => new(home, 1_000_000L
        * (long.TryParse(Environment.GetEnvironmentVariable("COVERAGE_UPLOAD_MB"), NumberStyles.None, CultureInfo.InvariantCulture, out var mb) && mb > 0 ? mb : 200));

    /// <returns>null when too much waits already.</returns>
    public async Task<Upload?> ReceiveAsync(string name, Stream body, CancellationToken token)
    {
        Sweep();
        MakeFolder(_root);
        if (Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length) > MostBytes * MostWaiting)
            return null;
        var incoming = Path.Combine(_root, $"incoming-{Guid.NewGuid():N}");
        try
        {
            return Keep(incoming, Sane(name), await CopyAsync(body, incoming, token));
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    public Upload? Find(string id)
    {
        var folder = Path.Combine(_root, id);
        return Id().IsMatch(id) && Directory.Exists(folder) && Directory.EnumerateFiles(folder).FirstOrDefault() is { } file
            ? new Upload(id, Path.GetFileName(file), new FileInfo(file).Length, file) : null;
    }

    public void Drop(string id)
    {
        if (Id().IsMatch(id) && Directory.Exists(Path.Combine(_root, id)))
            Directory.Delete(Path.Combine(_root, id), recursive: true);
    }

    /// <summary>A file beside them for what a job writes; gone after a day as well.</summary>
    public string Beside(string name)
    {
        MakeFolder(_root);
        return Path.Combine(_root, name);
    }

    /// <summary>The last part of a path of any system, without what a file system or a terminal takes for something else.</summary>
    internal static string Sane(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?'))).Trim().TrimStart('.');
        if (clean.Length > LongestName)
            clean = clean[..(LongestName - 20)] + clean[^20..];
        return clean.Length == 0 ? "file" : clean;
    }

    private static async Task<string> CopyAsync(Stream body, string path, CancellationToken token)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew);
        var part = new byte[1 << 16];
        for (int read; (read = await body.ReadAsync(part, token)) > 0;)
        {
            hash.AppendData(part, 0, read);
            await file.WriteAsync(part.AsMemory(0, read), token);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private Upload Keep(string incoming, string name, string id)
    {
        Drop(id); // the same again: under the name that it has now
        MakeFolder(Path.Combine(_root, id));
        var path = Path.Combine(_root, id, name);
        File.Move(incoming, path);
        return new Upload(id, name, new FileInfo(path).Length, path);
    }

    private void Sweep()
    {
        if (!Directory.Exists(_root))
            return;
        foreach (var old in new DirectoryInfo(_root).EnumerateFileSystemInfos().Where(i => i.LastWriteTimeUtc < DateTime.UtcNow - Kept))
        {
            if (old is DirectoryInfo folder)
                folder.Delete(recursive: true);
            else
                old.Delete();
        }
    }

    private static void MakeFolder(string path) =>
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex Id();
}
