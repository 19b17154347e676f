using PhuSa.Marks.Moves;
using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Grants;

/// <summary>What is written about a right besides whose it is.</summary>
/// <param name="GivenOn">When it was given, as exactly as known.</param>
/// <param name="ExpiresOn">The last day of its term; null where not known.</param>
/// <param name="DecisionId">The paper that gives it; null where not known.</param>
internal sealed record GrantTerms(string Product, RecordTime GivenOn, DateOnly? ExpiresOn, Guid? DecisionId, string? Programme, string? Source);

/// <summary>What the register book has of a right besides its terms; null where not known.</summary>
/// <param name="Workshop">The unit of the holder that makes the product: a team, a workshop.</param>
/// <param name="Batch">In which batch (đợt) it was given, in the words of the paper.</param>
/// <param name="Gtin">Fourteen digits.</param>
internal sealed record GrantDetails(string? ProductGroup, string? Workshop, string? Batch, string? CertificateNumber, string? Gtin);

/// <summary>The right of one organisation to use one certification mark for one product.</summary>
internal sealed class MarkGrant : Aggregate<GrantStatus, GrantAction>, IJournaled, ISaidToReaders
{
    public const int ProductMaxLength = 200;
    public const int DetailMaxLength = 200;
    public const int CertificateMaxLength = 80;

    private readonly List<GrantAct> _acts = [];

    private MarkGrant()
    {
    }

    /// <exception cref="RefusedException">The terms contradict each other.</exception>
    public MarkGrant(Guid id, string code, Guid markId, Guid holderId, GrantTerms terms, GrantStatus status, Actor by, DateTime now)
    {
        Id = id;
        Code = code;
        CheckCode = Grants.CheckCode.New();
        MarkId = markId;
        HolderId = holderId;
        Write(terms);
        Begin(status, by, now, paperId: terms.DecisionId);
    }

    public string Code { get; private init; } = "";

    /// <summary>What its label is checked by; for ever its own. Rights from before codes were given get theirs at the next start.</summary>
    public string CheckCode { get; private set; } = "";

    public Guid MarkId { get; private init; }

    /// <summary>An organisation: not every holder is a cooperative.</summary>
    public Guid HolderId { get; private init; }

    /// <summary>Letter for letter as the source names it.</summary>
    public string Product { get; private set; } = "";

    /// <summary>The product without accents and capitals: two spellings of one product are one right.</summary>
    public string ProductKey { get; private set; } = "";

    public string? ProductGroup { get; private set; }

    public string? Workshop { get; private set; }

    public string? Batch { get; private set; }

    /// <summary>Of the present term, letter for letter.</summary>
    public string? CertificateNumber { get; private set; }

    /// <summary>The number without accents, capitals and blanks: no two rights to one mark have the same.</summary>
    public string? CertificateKey { get; private set; }

    public string? Gtin { get; private set; }

    public RecordTime GivenOn { get; private set; } = RecordTime.Unknown;

    /// <summary>The first day of the present term where a renewal began it; null while the first term lasts.</summary>
    public DateOnly? RenewedFrom { get; private set; }

    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>The last day was put right at some time: codes signed before may tell another.</summary>
    public bool IsTermCorrected { get; private set; }

    public Guid? DecisionId { get; private set; }

    public string? Programme { get; private set; }

    public string? Source { get; private set; }

    public IReadOnlyList<GrantAct> Acts => _acts;

    /// <summary>How many times its certificate has been issued (lần cấp): once, and once more for each renewal.</summary>
    public int Issue => 1 + _acts.Count(act => act.Action == GrantAction.Renew);

    public string JournalTitle => $"{Code} · {Product}";

    /// <summary>To suspend, to revoke and to renew it changes none of these: a buyer is warned also while publishing is frozen. A renewal brings another number of the certificate, so that is none.</summary>
    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(HolderId), HolderId), (nameof(Product), Product));

    /// <summary>The first day of the present term, as early as it may be.</summary>
    public DateOnly? Begins => RenewedFrom ?? GivenOn.From;

    /// <summary>The first day of the present term and of those before it that it followed without a gap; null where no exact day is known.</summary>
    public DateOnly? UnbrokenFrom
    {
        get
        {
            var first = RenewedFrom;
            foreach (var ended in Renewals.Reverse())
            {
                if (ended.EndedOn?.AddDays(1) < first)
                {
                    return first;
                }

                first = ended.EndedFrom;
            }

            return first is not null && first != GivenOn.From ? first : GivenOn.Precision == Precision.Day ? GivenOn.From : null;
        }
    }

    /// <summary>The paper that gave the present term: of the last renewal where there was one. Null where not recorded.</summary>
    public Guid? TermPaperId => Renewals.LastOrDefault() is { } last ? last.PaperId : DecisionId;

    private IEnumerable<GrantAct> Renewals => _acts.Where(act => act.Action == GrantAction.Renew).OrderBy(act => act.On).ThenBy(act => act.Id);

    /// <returns>The term that this renewal gave: what the next one ended, or the present one.</returns>
    public (DateOnly? From, DateOnly? To) TermOf(GrantAct renewal) =>
        Renewals.SkipWhile(act => act.Id != renewal.Id).Skip(1).FirstOrDefault() is { } next ? (next.EndedFrom, next.EndedOn) : (RenewedFrom, ExpiresOn);

    /// <summary>It is in use and its term ends within the days of the reminders, or has ended: a new one may be asked for and given.</summary>
    public bool MayBeRenewed(DateOnly today) => Status == GrantStatus.Granted && GrantStanding.On(today, Status, ExpiresOn, Begins).State is GrantState.Expiring or GrantState.Expired;

    protected override Flow<GrantStatus, GrantAction> Table => GrantFlow.Table;

    public static string? CertificateKeyOf(string? number) => number is null ? null : string.Concat(SearchText.Fold(number).Where(c => !char.IsWhiteSpace(c)));

    /// <exception cref="RefusedException">The terms contradict each other.</exception>
    public void Write(GrantTerms terms)
    {
        if (terms.ExpiresOn is { } last && (RenewedFrom ?? terms.GivenOn.From) is { } first && last < first)
        {
            throw new RefusedException("Ngày hết hạn không được sớm hơn ngày trao quyền.");
        }

        IsTermCorrected |= Steps.Count > 0 && terms.ExpiresOn != ExpiresOn;
        Product = terms.Product;
        ProductKey = SearchText.Fold(terms.Product);
        GivenOn = terms.GivenOn;
        ExpiresOn = terms.ExpiresOn;
        DecisionId = terms.DecisionId;
        Programme = terms.Programme;
        Source = terms.Source;
    }

    public void Detail(GrantDetails details)
    {
        (ProductGroup, Workshop, Batch, Gtin) = (details.ProductGroup, details.Workshop, details.Batch, details.Gtin);
        (CertificateNumber, CertificateKey) = (details.CertificateNumber, CertificateKeyOf(details.CertificateNumber));
    }

    /// <param name="remedyBy">The last day to put right what was wrong; null where none was set.</param>
    /// <exception cref="RefusedException">The right is not in use, no reason is given, or a day cannot be.</exception>
    public void Suspend(GrantNews news, DateOnly? remedyBy, Actor by, DateTime now) => Take(GrantAction.Suspend, news, remedyBy, by, now);

    /// <exception cref="RefusedException">The right is not suspended, no reason is given, or the day cannot be.</exception>
    public void Resume(GrantNews news, Actor by, DateTime now) => Take(GrantAction.Resume, news, until: null, by, now);

    /// <param name="banUntil">The last day on which no new right to the same may be given; null where none was set.</param>
    /// <exception cref="RefusedException">The right has ended already, no reason is given, or a day cannot be.</exception>
    public void Revoke(GrantNews news, DateOnly? banUntil, Actor by, DateTime now) => Take(GrantAction.Revoke, news, banUntil, by, now);

    /// <exception cref="RefusedException">The right has ended already, no reason is given, or the day cannot be.</exception>
    public void HandBack(GrantNews news, Actor by, DateTime now) => Take(GrantAction.HandBack, news, until: null, by, now);

    /// <summary>A new term follows the one before: without a gap while that one lasts, from a day that has come where it has ended.</summary>
    /// <exception cref="RefusedException">The right is suspended or has ended for good, no reason is given, or the term cannot be.</exception>
    public void Renew(GrantTerm term, GrantNews news, Actor by, DateTime now)
    {
        var today = DayOf(now);
        var latest = ExpiresOn is { } last && last >= today ? last.AddDays(1) : today;
        if (term.From > latest)
        {
            throw new RefusedException("Thời hạn mới bắt đầu muộn nhất là ngày {0:dd/MM/yyyy}: ngày sau thời hạn cũ, hoặc hôm nay nếu đã hết hạn.", latest);
        }

        if (term.To < term.From || term.To <= ExpiresOn || term.From < Begins)
        {
            throw new RefusedException("Thời hạn mới phải kết thúc sau thời hạn cũ và không bắt đầu trước thời hạn cũ.");
        }

        Move(GrantAction.Renew, by, now, Checked(news, now), news.PaperId);
        _acts.Add(new GrantAct(Steps[^1].Id, GrantAction.Renew, news.On, until: null, news.PaperId) { EndedFrom = Begins, EndedOn = ExpiresOn, EndedCertificate = CertificateNumber });
        (RenewedFrom, ExpiresOn) = (term.From, term.To);
        (CertificateNumber, CertificateKey) = (term.CertificateNumber, CertificateKeyOf(term.CertificateNumber));
    }

    /// <summary>The paper of a move that was recorded before the paper came.</summary>
    /// <exception cref="RefusedException">There is no such move, or it has its paper.</exception>
    public void Cite(Guid actId, Guid paperId) =>
        (_acts.Find(act => act.Id == actId && act.PaperId is null) ?? throw MoveNews.HasItsPaper()).Cite(paperId);

    /// <summary>The decision was signed after the right was registered.</summary>
    /// <exception cref="RefusedException">A decision is on record.</exception>
    public void Decide(Guid decisionId) =>
        DecisionId = DecisionId is null ? decisionId : throw new RefusedException("Quyền này đã ghi quyết định. Nếu ghi nhầm, hãy sửa thông tin quyền.");

    /// <summary>Gives a code to a right from before codes were given.</summary>
    public void TakeCheckCode() => CheckCode = string.IsNullOrEmpty(CheckCode) ? Grants.CheckCode.New() : CheckCode;

    private static DateOnly DayOf(DateTime now) => DateOnly.FromDateTime(VietnamTime.Local(now));

    private void Take(GrantAction action, GrantNews news, DateOnly? until, Actor by, DateTime now)
    {
        if (until < news.On)
        {
            throw new RefusedException("Hạn không được sớm hơn ngày có hiệu lực.");
        }

        Move(action, by, now, Checked(news, now), news.PaperId);
        _acts.Add(new GrantAct(Steps[^1].Id, action, news.On, until, news.PaperId) { VisitId = news.VisitId });
    }

    /// <returns>The reason.</returns>
    private string Checked(GrantNews news, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(news.Why))
        {
            throw new RefusedException("Ghi lý do của việc này.");
        }

        if (news.On > DayOf(now))
        {
            throw new RefusedException("Ngày có hiệu lực không thể sau hôm nay.");
        }

        if (_acts.Count > 0 && _acts.Max(act => act.On) is var last && news.On < last)
        {
            throw new RefusedException("Ngày có hiệu lực không được sớm hơn việc đã ghi gần nhất ({0:dd/MM/yyyy}).", last);
        }

        // What was given ahead may be taken back or given up before its first day.
        return news.On < GivenOn.From && GivenOn.From <= DayOf(now) ? throw new RefusedException("Ngày có hiệu lực không được sớm hơn ngày trao quyền.") : news.Why.Trim();
    }
}
