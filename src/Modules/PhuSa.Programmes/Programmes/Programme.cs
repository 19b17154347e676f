using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Programmes.Programmes;

/// <summary>A programme that two or more offices carry together over a stage of years.</summary>
internal sealed class Programme : IJournaled, ISaidToReaders
{
    public const int CodeMaxLength = 80;
    public const int TitleMaxLength = 500;
    public const int PartiesMaxLength = 1000;

    private Programme()
    {
    }

    public Programme(Guid id, string code)
    {
        Id = id;
        Code = code;
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    public string Title { get; private set; } = "";

    /// <summary>The offices, as the paper names them.</summary>
    public string Parties { get; private set; } = "";

    /// <summary>First and last day of the stage, both included.</summary>
    public DateOnly FirstDay { get; private set; }

    public DateOnly LastDay { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Title;

    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(Title), Title), (nameof(Parties), Parties));

    public void Describe(string title, string parties, DateOnly firstDay, DateOnly lastDay)
    {
        if (lastDay < firstDay)
        {
            throw new RefusedException("Ngày kết thúc chương trình phải từ ngày bắt đầu trở đi.");
        }

        Title = title;
        Parties = parties;
        FirstDay = firstDay;
        LastDay = lastDay;
    }
}
