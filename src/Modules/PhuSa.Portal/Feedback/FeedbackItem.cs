using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Portal.Feedback;

/// <summary>What a sender typed.</summary>
/// <param name="Page">The page it is about, root-relative; null where none was named.</param>
/// <param name="AllowsName">The sender agrees to be named where question and answer are published.</param>
internal sealed record FeedbackLetter(FeedbackKind Kind, string Name, string? Email, string? Phone, string Text, string? Page, bool AllowsName, string Language);

/// <summary>
/// A reader's question or complaint on its way through the office. What says who the sender is stands in personal values under the record's own key,
/// so that it can be erased without the record.
/// </summary>
internal sealed class FeedbackItem : Aggregate<FeedbackStatus, FeedbackAction>, IJournaled
{
    public const int NameMaxLength = 200;
    public const int EmailMaxLength = 200;
    public const int PhoneMaxLength = 30;
    public const int TextMaxLength = 5000;
    public const int PageMaxLength = 400;
    public const int AnswerMaxLength = 10_000;
    public const int ReasonMaxLength = Step.WhyMaxLength;
    public const int LanguageMaxLength = 2;

    /// <summary>Which wording of the consent sentence the form shows now.</summary>
    public const int ConsentNow = 1;

    private FeedbackItem()
    {
    }

    /// <param name="answerWithin">Working days; null: the usual.</param>
    /// <param name="formKey">Of the one form that was opened: sent twice it makes one record.</param>
    public FeedbackItem(Guid id, string site, string code, Guid formKey, FeedbackLetter letter, bool looksLikeSpam, int? answerWithin, Actor by, DateTime now)
    {
        Id = id;
        Site = site;
        Code = code;
        FormKey = formKey;
        Kind = letter.Kind;
        Name = letter.Name;
        Email = letter.Email;
        Phone = letter.Phone;
        Text = letter.Text;
        Page = letter.Page;
        AllowsName = letter.AllowsName;
        Language = letter.Language;
        ConsentVersion = ConsentNow;
        CreatedAt = now;
        DueOn = FeedbackTerms.AnswerBy(now, answerWithin);
        Begin(looksLikeSpam ? FeedbackStatus.Spam : FeedbackStatus.New, by, now);
    }

    /// <summary>Code of the site on which it was sent.</summary>
    public string Site { get; private init; } = "";

    /// <summary>What the sender looks the state up by; not to be guessed.</summary>
    public string Code { get; private init; } = "";

    public Guid FormKey { get; private init; }

    public FeedbackKind Kind { get; private init; }

    public string Name { get; private set; } = "";

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    /// <summary>In the sender's own words, never changed.</summary>
    public string Text { get; private set; } = "";

    public string? Page { get; private init; }

    public bool AllowsName { get; private init; }

    /// <summary>vi or en: in which the sender is written to.</summary>
    public string Language { get; private init; } = "vi";

    public int ConsentVersion { get; private init; }

    public DateTime CreatedAt { get; private init; }

    public Guid? AssigneeId { get; private set; }

    public string? Answer { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Why it is not dealt with, as the sender reads it.</summary>
    public string? Reason { get; private set; }

    /// <summary>The question as edited for everybody; the original stays beside it.</summary>
    public string? PublicQuestion { get; private set; }

    public string? PublicAnswer { get; private set; }

    /// <summary>The sender is named under the question; only where they agreed.</summary>
    public bool ShowsName { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>When who sent it was forgotten.</summary>
    public DateTime? ErasedAt { get; private set; }

    public string JournalTitle => $"Góp ý {Code}";

    public bool IsOpen => Status is FeedbackStatus.New or FeedbackStatus.Assigned;

    /// <summary>The last day for the answer, by the term that held when it came; null for what came before terms were kept.</summary>
    public DateOnly? DueOn { get; private init; }

    public DateOnly Due => DueOn ?? FeedbackTerms.AnswerBy(CreatedAt);

    protected override Flow<FeedbackStatus, FeedbackAction> Table => FeedbackFlow.Table;

    public void Assign(Guid personId, string? note, Actor by, DateTime now)
    {
        Move(FeedbackAction.Assign, by, now, note);
        AssigneeId = personId;
    }

    public void Reply(string answer, Actor by, DateTime now)
    {
        Move(FeedbackAction.Answer, by, now);
        Answer = answer;
        AnsweredAt = now;
    }

    /// <summary>
    /// Another wording of an answer that was sent or published. Why is read by everybody who reads what was changed; what stood before is in the journal.
    /// </summary>
    /// <param name="answer">As the sender reads it; null where the sender was forgotten.</param>
    /// <param name="publicAnswer">As everybody reads it where that is another text; null: what was one text stays one.</param>
    public void CorrectAnswer(string? answer, string? publicAnswer, string why, Actor by, DateTime now)
    {
        var shown = ShownAfter(answer, publicAnswer);
        if (answer == Answer && shown == PublicAnswer)
        {
            throw new RefusedException("Câu trả lời chưa được sửa chữ nào.");
        }

        // Readers are told of what they read, and not of a letter; the sender of the letter, and not of what others read.
        var action = Status != FeedbackStatus.Published ? FeedbackAction.CorrectAnswer
            : shown == PublicAnswer ? FeedbackAction.CorrectSentAnswer
            : answer == Answer ? FeedbackAction.CorrectPublishedAnswer
            : FeedbackAction.CorrectAnswer;
        Move(action, by, now, why);
        (Answer, PublicAnswer) = (answer, shown);
    }

    /// <returns>Whether everybody would read another text after this correction.</returns>
    public bool ChangesPublished(string? answer, string? publicAnswer) => Status == FeedbackStatus.Published && ShownAfter(answer, publicAnswer) != PublicAnswer;

    public void Publish(string question, string answer, bool showsName, Actor by, DateTime now)
    {
        if (showsName && !AllowsName)
        {
            throw new RefusedException("Người gửi không đồng ý nêu tên khi đăng công khai.");
        }

        Move(FeedbackAction.Publish, by, now);
        PublicQuestion = question;
        PublicAnswer = answer;
        ShowsName = showsName;
        PublishedAt = now;
    }

    public void Withdraw(string? note, Actor by, DateTime now)
    {
        Move(FeedbackAction.Withdraw, by, now, note);
        PublishedAt = null;
        if (ErasedAt is not null)
        {
            ForgetPublic();
        }
    }

    public void Reject(string reason, Actor by, DateTime now)
    {
        Move(FeedbackAction.Reject, by, now);
        Reason = reason;
    }

    public void MarkSpam(Actor by, DateTime now) => Move(FeedbackAction.MarkSpam, by, now);

    public void Restore(Actor by, DateTime now) => Move(FeedbackAction.Restore, by, now);

    /// <summary>Forgets who sent it. What was edited for everybody and is before them stays, without the name.</summary>
    public void Erase(DateTime now)
    {
        if (IsOpen)
        {
            throw new RefusedException("Hãy trả lời hoặc khép lại góp ý này trước khi xoá dữ liệu của người gửi.");
        }

        (Name, Email, Phone, Text, Answer, Reason, ShowsName) = ("", null, null, "", null, null, false);
        ErasedAt = now;
        if (Status != FeedbackStatus.Published)
        {
            ForgetPublic();
        }
    }

    /// <summary>What is not before readers any more was the sender's, edited: it goes with the rest.</summary>
    private void ForgetPublic() => (PublicQuestion, PublicAnswer) = (null, null);

    private string? ShownAfter(string? answer, string? publicAnswer) => publicAnswer ?? (PublicAnswer == Answer ? answer : PublicAnswer);
}
