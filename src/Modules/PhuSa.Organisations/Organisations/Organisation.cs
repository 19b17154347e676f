using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Organisations.Organisations;

/// <summary>An organisation of any kind. Its names are kept over time; its code and slug are for life.</summary>
internal sealed class Organisation : IJournaled, ISaidToReaders
{
    public const int NameMaxLength = 300;
    public const int ShortNameMaxLength = 120;
    public const int CodeMaxLength = 80;

    private readonly List<FormerName> _formerNames = [];

    private Organisation()
    {
    }

    public Organisation(Guid id, string code, OrganisationKind kind, string name, string? shortName)
    {
        Id = id;
        Code = code;
        Slug = code;
        Kind = kind;
        Name = name;
        ShortName = shortName;
        Index();
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    /// <summary>The last part of its address, for life. It is the code: two codes never share an address.</summary>
    public string Slug { get; private init; } = "";

    public OrganisationKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public string? ShortName { get; private set; }

    public string SearchText { get; private set; } = "";

    /// <summary>The name's place in the Vietnamese alphabet, as text whose plain order is that order under any collation.</summary>
    public string NameOrder { get; private set; } = "";

    /// <summary>The organisation that it turned out to be, entered twice; the one that stayed at the end where that was merged again.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>Folded names of those that were merged into it, by which it is found as well.</summary>
    public string? AlsoFoundBy { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<FormerName> FormerNames => _formerNames;

    public string JournalTitle => Name;

    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(Name), Name), (nameof(ShortName), ShortName));

    /// <summary>Takes a new name; the old one stays findable.</summary>
    /// <param name="on">The first day of the new name, as the paper says; null where it does not.</param>
    /// <param name="source">The paper that says so.</param>
    public void Rename(string name, string? shortName, DateTime now, DateOnly? on = null, string? source = null)
    {
        if (name != Name)
        {
            _formerNames.Add(new FormerName(Name, now, on, source));
            Name = name;
        }

        ShortName = shortName;
        Index();
    }

    /// <summary>It was entered by mistake: it never was of the kind before.</summary>
    public void CorrectKind(OrganisationKind kind) => Kind = kind;

    public void MergeInto(Guid kept) => MergedIntoId = kept;

    public void Separate() => MergedIntoId = null;

    /// <summary>Brings the name to what it is, not to a new one: none before it is kept.</summary>
    public void Take(string name, string? shortName, string? alsoFoundBy)
    {
        // A short name that is the name itself says as much as none.
        var same = shortName is null && name == Name && ShortName == Name;
        (Name, ShortName, AlsoFoundBy) = (name, same ? ShortName : shortName, alsoFoundBy);
        Index();
    }

    private void Index()
    {
        var names = _formerNames.Select(former => former.Name).Prepend(ShortName ?? "").Prepend(Name);
        SearchText = PhuSa.Vietnamese.SearchText.Fold(string.Join(" / ", AlsoFoundBy is null ? names : names.Append(AlsoFoundBy)));
        NameOrder = VietnameseOrder.SortKey(Name);
    }
}

/// <summary>A name an organisation had until a moment (UTC).</summary>
internal sealed class FormerName
{
    public const int SourceMaxLength = 500;

    private FormerName()
    {
    }

    public FormerName(string name, DateTime until, DateOnly? on, string? source)
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(until));
        Name = name;
        Until = until;
        ChangedOn = on;
        Source = source;
    }

    public Guid Id { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>When the new name was recorded here.</summary>
    public DateTime Until { get; private init; }

    /// <summary>The first day of the name that followed, as its paper says; null where it does not.</summary>
    public DateOnly? ChangedOn { get; private init; }

    public string? Source { get; private init; }
}
