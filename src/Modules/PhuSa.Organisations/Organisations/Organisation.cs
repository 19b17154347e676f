using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Journal;

namespace PhuSa.Organisations.Organisations;

/// <summary>An organisation of any kind. Its names are kept over time; its code and slug are for life.</summary>
internal sealed class Organisation : IJournaled
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
        Slug = PhuSa.Vietnamese.Slug.From(code);
        Kind = kind;
        Name = name;
        ShortName = shortName;
        SearchText = Folded();
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    public string Slug { get; private init; } = "";

    public OrganisationKind Kind { get; private init; }

    public string Name { get; private set; } = "";

    public string? ShortName { get; private set; }

    public string SearchText { get; private set; } = "";

    public int Version { get; private set; }

    public IReadOnlyList<FormerName> FormerNames => _formerNames;

    public string JournalTitle => Name;

    /// <summary>Takes a new name; the old one stays findable.</summary>
    public void Rename(string name, string? shortName, DateTime now)
    {
        if (name != Name)
        {
            _formerNames.Add(new FormerName(Name, now));
            Name = name;
        }

        ShortName = shortName;
        SearchText = Folded();
    }

    private string Folded() => PhuSa.Vietnamese.SearchText.Fold(string.Join(' ', _formerNames.Select(former => former.Name).Prepend(Name)));
}

/// <summary>A name an organisation had until a moment (UTC).</summary>
internal sealed class FormerName
{
    private FormerName()
    {
    }

    public FormerName(string name, DateTime until)
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(until));
        Name = name;
        Until = until;
    }

    public Guid Id { get; private init; }

    public string Name { get; private init; } = "";

    public DateTime Until { get; private init; }
}
