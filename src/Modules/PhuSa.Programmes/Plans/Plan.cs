using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Programmes.Plans;

/// <summary>What a programme sets out to do in one year.</summary>
internal sealed class Plan : IJournaled, ISaidToReaders
{
    public const int CodeMaxLength = 80;
    public const int TitleMaxLength = 500;
    public const int SourceMaxLength = 1000;

    private Plan()
    {
    }

    public Plan(Guid id, string code)
    {
        Id = id;
        Code = code;
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    public Guid ProgrammeId { get; private set; }

    public int Year { get; private set; }

    public string Title { get; private set; } = "";

    public string Slug { get; private set; } = "";

    public string? Source { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Title;

    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(Title), Title), (nameof(Source), Source));

    public void Describe(Guid programmeId, int year, string title, string slug, string? source)
    {
        ProgrammeId = programmeId;
        Year = year;
        Title = title;
        Slug = slug;
        Source = source;
    }
}
