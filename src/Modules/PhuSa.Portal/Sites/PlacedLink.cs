using PhuSa.Platform.Journal;

namespace PhuSa.Portal.Sites;

/// <summary>Where on a site a link stands.</summary>
internal enum LinkArea
{
    Menu,
    Footer,

    /// <summary>The buttons under the headline of the home page; the first is the main one.</summary>
    Hero,

    /// <summary>Words in the river band of the home page, beside or in place of figures.</summary>
    Band,

    /// <summary>“Bạn cần làm gì?” on the home page.</summary>
    Home,
}

/// <summary>A link that a site shows in one of its places. Without a position it is kept and not shown.</summary>
internal sealed class PlacedLink : IJournaled, IStandsAround
{
    public const int UrlMaxLength = 500;

    private PlacedLink()
    {
    }

    public PlacedLink(Guid id, string site, LinkArea area, string url)
    {
        Id = id;
        Site = site;
        Area = area;
        Url = url;
    }

    public Guid Id { get; private init; }

    /// <summary>Code of the site.</summary>
    public string Site { get; private init; } = "";

    public LinkArea Area { get; private init; }

    /// <summary>Root-relative or https.</summary>
    public string Url { get; private init; } = "";

    public string Title { get; private set; } = "";

    /// <summary>A short line beside the title; only the band shows it.</summary>
    public string? Note { get; private set; }

    /// <summary>In a menu: the address of the link it stands under, in the same place of the same site. Null at the first level.</summary>
    public string? Under { get; private set; }

    public int? Position { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Title;

    public IEnumerable<(string Of, string Words)> Said() =>
        Position is null ? [] : Note is { } note ? [(nameof(Title), Title), (nameof(Note), note)] : [(nameof(Title), Title)];

    public void Hang(string? under) => Under = under;

    public void Show(string title, string? note, int? position)
    {
        Title = title;
        Note = note;
        Position = position;
    }
}
