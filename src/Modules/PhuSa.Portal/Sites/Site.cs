using System.Globalization;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Sites;

/// <summary>Which house a site is: its colours.</summary>
internal enum SiteTheme
{
    Department,
    Alliance,
}

/// <summary>The house's own colour sets. Each carries white text and stands on paper with the contrast of WCAG AA; a free choice of colours would not.</summary>
internal enum SitePalette
{
    River,
    Rice,
    Silt,
    Clay,
}

/// <summary>One public site: the hosts it answers to and the words around its pages. The first by position is the default.</summary>
internal sealed class Site : IJournaled, IStandsAround
{
    public const int CodeMaxLength = 80;
    public const int LineMaxLength = 300;
    public const int TextMaxLength = 2000;

    private Site()
    {
    }

    public Site(Guid id, string code)
    {
        Id = id;
        Code = code;
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    public SiteTheme Theme { get; private set; }

    /// <summary>Host names without port, separated by spaces.</summary>
    public string Hosts { get; private set; } = "";

    /// <summary>The absolute address that canonical links use; null: the one the reader came by.</summary>
    public string? Address { get; private set; }

    public string Parent { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string FullName { get; private set; } = "";

    /// <summary>Address, telephone, mail: one line each.</summary>
    public string? Contact { get; private set; }

    public string? Eyebrow { get; private set; }

    public string Headline { get; private set; } = "";

    public string? Lead { get; private set; }

    /// <summary>The heading of the river band on the home page.</summary>
    public string? BandTitle { get; private set; }

    /// <summary>The blocks of the home page that are shown, from the top, separated by spaces; null: all, in the order of the house.</summary>
    public string? Blocks { get; private set; }

    /// <summary>The organisation whose people edit the site; null: administrators only.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Null: the colours of the house it is.</summary>
    public SitePalette? Palette { get; private set; }

    /// <summary>Root-relative address of the sign in the header; null: the drawn one.</summary>
    public string? LogoUrl { get; private set; }

    public string? LogoAlt { get; private set; }

    /// <summary>Where to complain about procedures: “words | telephone | mail”, one line each.</summary>
    public string? Feedback { get; private set; }

    /// <summary>Working days within which feedback is answered, as readers are told; null: the agency has set no term.</summary>
    public int? AnswerWithin { get; private set; }

    /// <summary>Null: the site has no page in English.</summary>
    public string? EnglishName { get; private set; }

    public string? EnglishSummary { get; private set; }

    public int Position { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => FullName;

    public IReadOnlyList<string> HostNames => Hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<HomeBlock> ShownBlocks => HomeBlocks.Read(Blocks);

    public SitePalette Colours => Palette ?? (Theme == SiteTheme.Alliance ? SitePalette.Rice : SitePalette.River);

    public SiteLogo? Logo => LogoUrl is null ? null : new SiteLogo(LogoUrl, LogoAlt ?? "");

    /// <summary>A text of several lines line by line: one of them may be taken out.</summary>
    public IEnumerable<(string Of, string Words)> Said() =>
    [
        .. HostNames.Select(host => (nameof(Hosts), host)),
        .. ShownBlocks.Select(block => (nameof(Blocks), block.ToString())),
        .. Lines(nameof(Address), Address),
        .. Lines(nameof(Parent), Parent),
        .. Lines(nameof(Name), Name),
        .. Lines(nameof(FullName), FullName),
        .. Lines(nameof(Contact), Contact),
        .. Lines(nameof(Eyebrow), Eyebrow),
        .. Lines(nameof(Headline), Headline),
        .. Lines(nameof(Lead), Lead),
        .. Lines(nameof(BandTitle), BandTitle),
        .. Lines(nameof(Logo), LogoUrl),
        .. Lines(nameof(LogoAlt), LogoAlt),
        .. Lines(nameof(Feedback), Feedback),
        .. Lines(nameof(AnswerWithin), AnswerWithin?.ToString(CultureInfo.InvariantCulture)),
        .. Lines(nameof(EnglishName), EnglishName),
        .. Lines(nameof(EnglishSummary), EnglishSummary),
    ];

    public void BelongTo(Guid? ownerId) => OwnerId = ownerId;

    /// <param name="shown">From the top; what is left out is not shown.</param>
    public void Arrange(IEnumerable<HomeBlock> shown) => Blocks = HomeBlocks.Written(shown);

    public void Paint(SitePalette? palette) => Palette = palette;

    public void Sign(string? url, string? alt)
    {
        LogoUrl = url;
        LogoAlt = url is null ? null : alt;
    }

    public void Answer(string? contact, string? feedback)
    {
        Contact = contact;
        Feedback = feedback;
    }

    public void Promise(int? answerWithin) => AnswerWithin = answerWithin;

    public void SpeakEnglish(string? name, string? summary)
    {
        EnglishName = name;
        EnglishSummary = summary;
    }

    public void Place(SiteTheme theme, string hosts, string? address, int position)
    {
        Theme = theme;
        Hosts = hosts;
        Address = address;
        Position = position;
    }

    public void Call(string parent, string name, string fullName, string? contact)
    {
        Parent = parent;
        Name = name;
        FullName = fullName;
        Contact = contact;
    }

    public void Open(string? eyebrow, string headline, string? lead, string? bandTitle)
    {
        Eyebrow = eyebrow;
        Headline = headline;
        Lead = lead;
        BandTitle = bandTitle;
    }

    private static IEnumerable<(string Of, string Words)> Lines(string of, string? words) =>
        (words ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => (of, line));
}
