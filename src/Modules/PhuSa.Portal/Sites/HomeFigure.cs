using PhuSa.Platform.Journal;

namespace PhuSa.Portal.Sites;

/// <summary>A figure of a published review that a site shows large on its home page. Without a position it is kept and not shown.</summary>
internal sealed class HomeFigure : IJournaled, IStandsAround
{
    public const int CaptionMaxLength = 200;

    private HomeFigure()
    {
    }

    public HomeFigure(Guid id, string site, string review, string figure)
    {
        Id = id;
        Site = site;
        Review = review;
        Figure = figure;
    }

    public Guid Id { get; private init; }

    /// <summary>Code of the site.</summary>
    public string Site { get; private init; } = "";

    /// <summary>Slug of the review whose figure it is.</summary>
    public string Review { get; private init; } = "";

    /// <summary>Code of the figure.</summary>
    public string Figure { get; private init; } = "";

    public string Caption { get; private set; } = "";

    public int? Position { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => $"{Site}: {Review} {Figure}";

    public IEnumerable<(string Of, string Words)> Said() => Position is null ? [] : [(nameof(Caption), Caption)];

    public void Show(string caption, int? position)
    {
        Caption = caption;
        Position = position;
    }
}
