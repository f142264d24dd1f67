namespace CoverageGis.Database;

/// <summary>
/// An advisory lock on a file, shared or exclusive, that the system lets go of when the process ends, however it ends.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>What the system says when another holds the lock (EWOULDBLOCK); a full disk says something else.</summary>
    private const int WouldBlock = 11;

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    public static FolderLock? TryExclusive(string path) => Try(path, FileAccess.ReadWrite, FileShare.None);

    public static FolderLock? TryShared(string path)
    {
        using (File.Open(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete }))
            return Try(path, FileAccess.Read, FileShare.Read);
    }

    public static async Task<FolderLock> WaitAsync(Func<FolderLock?> attempt, CancellationToken token)
    {
        while (true)
        {
            if (attempt() is { } held)
                return held;
            await Task.Delay(Pause, token);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FolderLock? Try(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FolderLock(new FileStream(path, access == FileAccess.Read ? FileMode.Open : FileMode.OpenOrCreate, access, share));
        }
        catch (IOException held) when (held.HResult == WouldBlock)
        {
            return null;
        }
    }
}
