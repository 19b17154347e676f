using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Grants;

/// <summary>What is written about a right besides whose it is.</summary>
/// <param name="GivenOn">When it was given, as exactly as known.</param>
/// <param name="ExpiresOn">The last day of its term; null where not known.</param>
/// <param name="DecisionId">The paper that gives it; null where not known.</param>
internal sealed record GrantTerms(string Product, RecordTime GivenOn, DateOnly? ExpiresOn, Guid? DecisionId, string? Programme, string? Source);

/// <summary>The right of one organisation to use one certification mark for one product.</summary>
internal sealed class MarkGrant : Aggregate<GrantStatus, GrantAction>, IJournaled
{
    public const int ProductMaxLength = 200;

    private MarkGrant()
    {
    }

    /// <exception cref="RefusedException">The terms contradict each other.</exception>
    public MarkGrant(Guid id, string code, Guid markId, Guid holderId, GrantTerms terms, GrantStatus status, Actor by, DateTime now)
    {
        Id = id;
        Code = code;
        MarkId = markId;
        HolderId = holderId;
        Write(terms);
        Begin(status, by, now, paperId: terms.DecisionId);
    }

    public string Code { get; private init; } = "";

    public Guid MarkId { get; private init; }

    /// <summary>An organisation: not every holder is a cooperative.</summary>
    public Guid HolderId { get; private init; }

    /// <summary>Letter for letter as the source names it.</summary>
    public string Product { get; private set; } = "";

    /// <summary>The product without accents and capitals: two spellings of one product are one right.</summary>
    public string ProductKey { get; private set; } = "";

    public RecordTime GivenOn { get; private set; } = RecordTime.Unknown;

    public DateOnly? ExpiresOn { get; private set; }

    public Guid? DecisionId { get; private set; }

    public string? Programme { get; private set; }

    public string? Source { get; private set; }

    public string JournalTitle => $"{Code} · {Product}";

    protected override Flow<GrantStatus, GrantAction> Table => GrantFlow.Table;

    /// <exception cref="RefusedException">The terms contradict each other.</exception>
    public void Write(GrantTerms terms)
    {
        if (terms.ExpiresOn is { } last && terms.GivenOn.From is { } first && last < first)
        {
            throw new RefusedException("Ngày hết hạn không được sớm hơn ngày trao quyền.");
        }

        Product = terms.Product;
        ProductKey = SearchText.Fold(terms.Product);
        GivenOn = terms.GivenOn;
        ExpiresOn = terms.ExpiresOn;
        DecisionId = terms.DecisionId;
        Programme = terms.Programme;
        Source = terms.Source;
    }

    /// <exception cref="RefusedException">The right is not in use, or no reason is given.</exception>
    public void Suspend(Actor by, DateTime now, string reason, Guid? paperId) => Move(GrantAction.Suspend, by, now, Said(reason), paperId);

    /// <exception cref="RefusedException">The right is not suspended.</exception>
    public void Resume(Actor by, DateTime now, string? reason, Guid? paperId) => Move(GrantAction.Resume, by, now, reason, paperId);

    /// <exception cref="RefusedException">The right is revoked already, or no reason is given.</exception>
    public void Revoke(Actor by, DateTime now, string reason, Guid? paperId) => Move(GrantAction.Revoke, by, now, Said(reason), paperId);

    private static string Said(string reason) => string.IsNullOrWhiteSpace(reason)
        ? throw new RefusedException("Ghi lý do tạm dừng hoặc thu hồi quyền.")
        : reason.Trim();
}
