using PhuSa.Platform.Journal;

namespace PhuSa.Portal.Sites;

/// <summary>A list of news on one site. The first by position is the site's main one; it is on the home page unless others were chosen (<see cref="HomeCategories"/>).</summary>
internal sealed class Category : IJournaled, IStandsAround
{
    public const string Folder = "/chuyen-muc";
    public const int TitleMaxLength = 200;

    private Category()
    {
    }

    public Category(Guid id, string code, string site, string slug)
    {
        Id = id;
        Code = code;
        Site = site;
        Slug = slug;
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    /// <summary>Code of the site.</summary>
    public string Site { get; private init; } = "";

    public string Slug { get; private init; } = "";

    public string Title { get; private set; } = "";

    public int Position { get; private set; }

    /// <summary>No longer shown or offered; only an empty list can be retired.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>How many of its news the home page shows; null: none of them, unless no category of the site was chosen.</summary>
    public int? HomeCount { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Title;

    public string Url => $"{Folder}/{Slug}";

    public IEnumerable<(string Of, string Words)> Said() => IsRetired ? [] : [(nameof(Title), Title)];

    public void Retire(bool retired) => IsRetired = retired;

    public void ShowAtHome(int? count) => HomeCount = count;

    public void Call(string title, int position)
    {
        Title = title;
        Position = position;
    }
}
