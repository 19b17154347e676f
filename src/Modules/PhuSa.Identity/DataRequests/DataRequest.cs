using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.DataRequests;

/// <summary>A person asks for something about their own data, and the clock runs.</summary>
internal sealed class DataRequest : Aggregate<DataRequestStatus, DataRequestAction>, IJournaled
{
    public const int TextMaxLength = 2000;
    public const int AnswerMaxLength = 2000;

    private DataRequest()
    {
    }

    /// <param name="filedOn">The day it was received: today, or what a paper request says.</param>
    public DataRequest(Guid id, Guid personId, DataRequestKind kind, string? text, DateOnly filedOn, bool onPaper, Actor by, DateTime now)
    {
        Id = id;
        PersonId = personId;
        Kind = kind;
        Text = text;
        FiledOn = filedOn;
        OnPaper = onPaper;
        Begin(DataRequestStatus.Filed, by, now);
    }

    /// <summary>Whose data it is about.</summary>
    public Guid PersonId { get; private init; }

    public DataRequestKind Kind { get; private init; }

    /// <summary>In the person's own words.</summary>
    public string? Text { get; private init; }

    public DateOnly FiledOn { get; private init; }

    public bool OnPaper { get; private init; }

    /// <summary>Others hold the data too and have to be told.</summary>
    public bool ThirdParties { get; private set; }

    public DateOnly? ExtendedTo { get; private set; }

    /// <summary>What the person was told: the result, or the legal reason of a refusal.</summary>
    public string? Answer { get; private set; }

    public string JournalTitle => DataRequestWords.Of(Kind);

    public bool IsOpen => !DataRequestFlow.Table[Status].Final;

    public DateOnly ConfirmBy => DataRequestTerms.ConfirmBy(FiledOn);

    public DateOnly FinishBy => ExtendedTo ?? DataRequestTerms.FinishBy(FiledOn, ThirdParties);

    /// <summary>The next day by which something has to be done.</summary>
    public DateOnly Due => Status == DataRequestStatus.Filed ? ConfirmBy : FinishBy;

    protected override Flow<DataRequestStatus, DataRequestAction> Table => DataRequestFlow.Table;

    public void Confirm(bool thirdParties, string? note, Actor by, DateTime now)
    {
        Move(DataRequestAction.Confirm, by, now, note);
        ThirdParties = thirdParties;
    }

    public void Extend(int days, string why, Actor by, DateTime now)
    {
        if (days is < 1 or > DataRequestTerms.MostExtension)
        {
            throw new RefusedException("Chỉ được gia hạn một lần, từ 1 đến {0} ngày.", DataRequestTerms.MostExtension);
        }

        var to = FinishBy.AddDays(days);
        Move(DataRequestAction.Extend, by, now, why);
        ExtendedTo = to;
    }

    public void Finish(string answer, Actor by, DateTime now)
    {
        Move(DataRequestAction.Finish, by, now);
        Answer = answer;
    }

    public void Refuse(string reason, Actor by, DateTime now)
    {
        Move(DataRequestAction.Refuse, by, now);
        Answer = reason;
    }
}
