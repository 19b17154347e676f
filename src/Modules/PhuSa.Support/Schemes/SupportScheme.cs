using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Support.Schemes;

/// <summary>A scheme under which a province supports projects; its rules stand in dated versions.</summary>
internal sealed class SupportScheme : IJournaled, ISaidToReaders
{
    public const int CodeMaxLength = 80;
    public const int TitleMaxLength = 500;
    public const int SourceMaxLength = 500;

    private SupportScheme()
    {
    }

    public SupportScheme(Guid id, string code, string title, Guid? decisionId, string? source)
    {
        Id = id;
        Code = code;
        Describe(title, decisionId, source);
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    public string Title { get; private set; } = "";

    /// <summary>The paper that brought the scheme into being.</summary>
    public Guid? DecisionId { get; private set; }

    public string? Source { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Title;

    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(Title), Title));

    public void Describe(string title, Guid? decisionId, string? source)
    {
        Title = title;
        DecisionId = decisionId;
        Source = source;
    }
}
