using Microsoft.Extensions.Configuration;
using PhuSa.Platform.Data.Search;

namespace PhuSa.Platform.Search;

/// <summary>The index of this process: the file it holds, and which one readers use now.</summary>
internal sealed class KeptIndex(IConfiguration configuration) : IDisposable
{
    private volatile IndexFile? _current;

    /// <summary>Null while there is none that can be used.</summary>
    public IndexFile? Current => _current;

    public SearchFolder? Held { get; private set; }

    public static string FolderOf(IConfiguration configuration) =>
        configuration["Search:Folder"] ?? Path.Combine(configuration["Data"] ?? "data", "search");

    /// <summary>Takes a number, and the file that an earlier process left under it.</summary>
    public void Take()
    {
        Held = SearchFolder.Take(FolderOf(configuration));
        foreach (var path in Held.Files())
        {
            if (_current is null && IndexFile.Open(path) is { } left)
            {
                _current = left;
            }
            else
            {
                SearchFolder.Delete(path);
            }
        }
    }

    public void Replace(IndexFile file)
    {
        var old = _current;
        _current = file;
        Remove(old);
    }

    /// <summary>The file cannot be used any more; whoever follows makes a new one.</summary>
    public void Drop(IndexFile broken)
    {
        if (ReferenceEquals(_current, broken))
        {
            _current = null;
            Remove(broken);
        }
    }

    public void Dispose()
    {
        _current?.Dispose();
        _current = null;
        Held?.Dispose();
    }

    private static void Remove(IndexFile? old)
    {
        if (old is not null)
        {
            old.Dispose();
            SearchFolder.Delete(old.Path);
        }
    }
}
