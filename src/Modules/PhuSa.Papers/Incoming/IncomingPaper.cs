using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Incoming;

/// <summary>What the clerk writes of a paper that came in.</summary>
/// <param name="Number">On the paper, letter for letter; null where it has none.</param>
/// <param name="DatedOn">On the paper; null where it says none.</param>
internal sealed record IncomingSheet(PaperKind Kind, string? Number, DateOnly? DatedOn, string From, string Title, DateOnly ArrivedOn, DateOnly? DueOn);

/// <summary>A paper that came in: its arrival number of the year, who sent it, who works on it until when, and which paper answers it.</summary>
internal sealed class IncomingPaper : Aggregate<IncomingStatus, IncomingAction>, IJournaled
{
    /// <summary>No book of the offices is older; a year below is a slip of the pen.</summary>
    public const int FirstYear = 1945;

    public const int FromMaxLength = 300;
    public const int SearchTextMaxLength = 1500;

    private IncomingPaper()
    {
    }

    /// <param name="arrival">The number that the incoming book of the year of arrival gave.</param>
    public IncomingPaper(Guid id, Guid organisationId, int arrival, IncomingSheet sheet, Actor by, DateTime now)
    {
        Id = id;
        OrganisationId = organisationId;
        Year = sheet.ArrivedOn.Year;
        Arrival = arrival;
        ArrivedOn = sheet.ArrivedOn;
        ArrivedAt = now;
        Write(sheet);
        Begin(IncomingStatus.Arrived, by, now);
    }

    /// <summary>Whose book it stands in.</summary>
    public Guid OrganisationId { get; private init; }

    public int Year { get; private init; }

    public int Arrival { get; private init; }

    public DateOnly ArrivedOn { get; private set; }

    public DateTime ArrivedAt { get; private init; }

    public PaperKind Kind { get; private set; }

    public string? Number { get; private set; }

    public string? NumberKey { get; private set; }

    public DateOnly? DatedOn { get; private set; }

    public string From { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>The last day on which it should be answered.</summary>
    public DateOnly? DueOn { get; private set; }

    public Guid? HandlerId { get; private set; }

    public DateTime? AssignedAt { get; private set; }

    /// <summary>The outgoing paper that answers it.</summary>
    public Guid? AnswerId { get; private set; }

    /// <summary>Number, sender and title, folded.</summary>
    public string SearchText { get; private set; } = "";

    public string JournalTitle => $"{Arrival}/{Year} – {Title}";

    public bool IsOpen => IncomingFlow.Open.Contains(Status);

    protected override Flow<IncomingStatus, IncomingAction> Table => IncomingFlow.Table;

    public bool IsLate(DateOnly today) => IsOpen && DueOn < today;

    /// <exception cref="RefusedException">It is done with, or would move into the book of another year.</exception>
    public void Rewrite(IncomingSheet sheet)
    {
        if (!IsOpen)
        {
            throw new RefusedException("Văn bản đến đã xong thì không sửa được nữa. Hãy mở lại trước.");
        }

        if (sheet.ArrivedOn.Year != Year)
        {
            throw new RefusedException("Số đến {0} thuộc sổ năm {1}, nên ngày đến phải trong năm đó.", Arrival, Year);
        }

        ArrivedOn = sheet.ArrivedOn;
        Write(sheet);
    }

    public void Assign(Guid handlerId, DateOnly? dueOn, string? note, Actor by, DateTime now)
    {
        Move(IncomingAction.Assign, by, now, note);
        HandlerId = handlerId;
        DueOn = dueOn;
        AssignedAt = now;
    }

    public void Answer(Guid paperId, Actor by, DateTime now)
    {
        Move(IncomingAction.Answer, by, now, why: null, paperId);
        AnswerId = paperId;
    }

    public void File(string why, Actor by, DateTime now) => Move(IncomingAction.File, by, now, Said(why));

    /// <summary>Back to whoever worked on it; one that was filed before anybody had it waits to be given to somebody again.</summary>
    public void Reopen(string why, Actor by, DateTime now)
    {
        Move(HandlerId is null ? IncomingAction.Unfile : IncomingAction.Reopen, by, now, Said(why));
        AnswerId = null;
    }

    public void Void(string why, Actor by, DateTime now) => Move(IncomingAction.Void, by, now, Said(why));

    private static string Said(string why) => string.IsNullOrWhiteSpace(why) ? throw new RefusedException("Nhập lý do") : why;

    private void Write(IncomingSheet sheet)
    {
        Kind = sheet.Kind;
        Number = sheet.Number;
        NumberKey = PaperNumber.KeyOf(sheet.Number);
        DatedOn = sheet.DatedOn;
        From = sheet.From;
        Title = sheet.Title;
        DueOn = sheet.DueOn;
        var words = Vietnamese.SearchText.Fold($"{Number} {From} {Title}");
        SearchText = words[..Math.Min(words.Length, SearchTextMaxLength)];
    }
}
