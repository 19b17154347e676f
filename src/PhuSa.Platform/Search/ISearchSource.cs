using PhuSa.Platform.Rights;

namespace PhuSa.Platform.Search;

/// <summary>Who finds a record in the office: whoever has the right, and whoever acts for the organisation whose record it is.</summary>
public sealed record OfficeAudience(Right Right, Guid? OwnerId = null);

/// <summary>What of a record is found and shown. A record that readers may not see as a whole is two documents, or one without the rest.</summary>
/// <param name="Id">The record's.</param>
/// <param name="Url">Root-relative address of its page.</param>
/// <param name="Title">Its name, as its page has it.</param>
/// <param name="Body">All other words of its page, as plain text; sentences and fields on lines of their own.</param>
public sealed record SearchDocument(Guid Id, string Url, string Title, string Body)
{
    /// <summary>What tells it from others of its name, such as a code; found too.</summary>
    public string? Detail { get; init; }

    /// <summary>The day by which newer ones stand before older ones; null where nothing tells one.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Codes of the sites that have its page, its home first; empty: every site.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>Every reader of the portal finds it.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>Null: it is not found in the office.</summary>
    public OfficeAudience? Office { get; init; }

    /// <summary>Not found before this instant (UTC); null: at once.</summary>
    public DateTime? ShownFromAt { get; init; }

    /// <summary>Not found from this instant on (UTC); null: for ever.</summary>
    public DateTime? ShownUntilAt { get; init; }
}

/// <summary>Changes of one table that lead to documents of a source.</summary>
/// <param name="Table">Name of the table whose journaled records change.</param>
/// <param name="Lead">From ids of changed records to ids of the documents that tell of them.</param>
public sealed record SearchFeed(string Table, Func<IReadOnlyCollection<Guid>, CancellationToken, Task<IReadOnlyCollection<Guid>>> Lead)
{
    /// <summary>The changed records are the documents.</summary>
    public static SearchFeed Own(string table) => new(table, (ids, _) => Task.FromResult(ids));
}

/// <summary>What one kind of record gives to search. The index is made from nothing else, and can be made again at any time.</summary>
public interface ISearchSource
{
    /// <summary>Stands in addresses: <c>hop-tac-xa</c>. One source, one kind.</summary>
    string Kind { get; }

    /// <summary>Vietnamese, a key of the module's English table: “Hợp tác xã”.</summary>
    string Name { get; }

    /// <summary>Whether readers of the portal are offered this kind.</summary>
    bool IsForReaders => true;

    IReadOnlyList<SearchFeed> Feeds { get; }

    Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken);

    /// <returns>The documents of those ids that are to be found; the others are found no more.</returns>
    Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}
