using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Decisions;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Office;

/// <summary>One row that a list can hold, as the pages name it.</summary>
/// <param name="Url">Where its own file is.</param>
/// <param name="IsPicked">It stands on the list.</param>
internal sealed record CaseItem(Guid Id, string Name, string Detail, string Url, bool IsPicked)
{
    /// <summary>The row as it is signed; null while the list is being put together.</summary>
    public ListedRow? Row { get; init; }

    /// <summary>The further columns of its kind of list: those of <see cref="DecisionCase.More"/>.</summary>
    public IReadOnlyList<string?> More { get; init; } = [];

    /// <summary>Where what the list says of it may still be completed; null where nothing may.</summary>
    public string? EditUrl { get; init; }
}

/// <summary>A decision in a list.</summary>
internal sealed record CaseLine(Guid Id, string Title, StatusFacts Status, RecordTime SignedOn, RecordTime AnnouncedOn, int Rows);

/// <summary>A kind of decision with a list, so that one set of pages serves admissions and awards.</summary>
internal abstract class DecisionCase(AllianceDesk desk)
{
    /// <summary>In the address: <c>/quan-tri/lien-minh/{Word}/quyet-dinh/…</c>.</summary>
    public abstract string Word { get; }

    /// <summary>The heading of its pages, a key of the English table.</summary>
    public abstract string Title { get; }

    /// <summary>What the rows are ready for, where none is: a key of the English table.</summary>
    public abstract string NothingReady { get; }

    public abstract string TemplateCode { get; }

    /// <summary>The table of its decisions.</summary>
    public abstract string Table { get; }

    /// <summary>Only a decision of the Alliance itself admits; an award may be another body's, such as the People's Committee's.</summary>
    public abstract bool OwnPapersOnly { get; }

    /// <summary>What its lists say of a row beside its name and what it is: headings, keys of the English table.</summary>
    public virtual IReadOnlyList<string> More => [];

    public string Home => $"/quan-tri/lien-minh/{Word}";

    protected AllianceDesk Desk => desk;

    public string AddressOf(Guid id) => $"{Home}/quyet-dinh/{id}";

    public abstract Task<ListedDecision?> FindAsync(Guid id, CancellationToken cancellationToken);

    public abstract ListedDecision New(Guid id, string title);

    public abstract Task<IReadOnlyList<CaseLine>> AllAsync(CancellationToken cancellationToken);

    /// <returns>What may be put on the list of this decision, and what stands on it. Of one that is signed: its list.</returns>
    public abstract Task<IReadOnlyList<CaseItem>> ItemsAsync(ListedDecision? decision, CancellationToken cancellationToken);

    /// <summary>Puts exactly these on the list.</summary>
    /// <exception cref="RefusedException">One of them is not ready any more.</exception>
    public abstract Task PickAsync(Guid decisionId, IReadOnlySet<Guid> picked, CancellationToken cancellationToken);

    /// <summary>The paper is signed: what the list says takes effect from its day on.</summary>
    public abstract Task SignAsync(ListedDecision decision, PaperFact paper, CancellationToken cancellationToken);

    /// <summary>The number is void, and nothing follows from the list any more.</summary>
    public abstract Task VoidAsync(ListedDecision decision, string why, CancellationToken cancellationToken);

    /// <summary>Takes one row off a signed list: nothing follows from it any more, and what was asked for it is open again.</summary>
    /// <exception cref="RefusedException">There is no such row, or it was taken off already.</exception>
    public abstract Task CorrectAsync(ListedDecision decision, Guid rowId, Correction correction, CancellationToken cancellationToken);

    /// <summary>Puts a row back on the signed list from which it was taken by mistake; what was opened again by that is decided again.</summary>
    /// <exception cref="RefusedException">It stands on the list, or what was opened again stands on another list by now.</exception>
    public abstract Task PutBackAsync(ListedDecision decision, CaseItem line, string why, CancellationToken cancellationToken);

    /// <returns>What another list is called that is in force by this paper; null where the paper is free.</returns>
    public async Task<string?> HeldByAsync(Guid paperId, Guid besides, CancellationToken cancellationToken) =>
        await HolderAsync<AdmissionDecision>(paperId, besides, cancellationToken) ?? await HolderAsync<AwardDecision>(paperId, besides, cancellationToken);

    /// <summary>The paper is this decision's, and no other's at the same moment; nor is its number voided at that moment.</summary>
    protected async Task HoldAsync(PaperFact paper, Guid decisionId, CancellationToken cancellationToken)
    {
        await desk.Papers.HoldAsync(paper, cancellationToken);
        desk.Db.Add(new DecisionPaper(paper.Id, decisionId));
    }

    /// <summary>The paper is free for another decision.</summary>
    protected async Task ReleaseAsync(Guid decisionId, CancellationToken cancellationToken) =>
        desk.Db.RemoveRange(await desk.Db.Set<DecisionPaper>().Where(paper => paper.DecisionId == decisionId).ToListAsync(cancellationToken));

    /// <summary>Two who take rows off one list, or void it meanwhile, are told of each other.</summary>
    protected void Touch(ListedDecision decision) => desk.Db.Entry(decision).Property(d => d.Version).IsModified = true;

    /// <summary>A step of the decision says which row, and why.</summary>
    protected void TellOf(ListedDecision decision, CaseItem line, string why) =>
        decision.PutBack(VietnameseText.Beginning($"{line.Name}: {why}", Step.WhyMaxLength), desk.By, desk.Now);

    /// <summary>The list is dropped: what stood on it is ready for another.</summary>
    public Task DropAsync(Guid decisionId, CancellationToken cancellationToken) => PickAsync(decisionId, new HashSet<Guid>(), cancellationToken);

    protected static string TitleOf(ListedDecision decision, IReadOnlyDictionary<Guid, PaperFact> papers) =>
        (decision.PaperId is { } paper ? papers.GetValueOrDefault(paper)?.Citation : null) ?? decision.Title ?? decision.Code;

    private async Task<string?> HolderAsync<TDecision>(Guid paperId, Guid besides, CancellationToken cancellationToken)
        where TDecision : ListedDecision
    {
        var counting = DecisionFlow.Table.Counting.ToList();
        return await desk.Db.Set<TDecision>().Where(d => d.PaperId == paperId && d.Id != besides && counting.Contains(d.Status)).OrderBy(d => d.Id).Select(d => d.Title ?? d.Code).FirstOrDefaultAsync(cancellationToken);
    }

    protected async Task<IReadOnlyList<CaseLine>> LinesAsync<TDecision>(Func<Guid, int> rowsOf, CancellationToken cancellationToken)
        where TDecision : ListedDecision
    {
        var decisions = await desk.Db.Set<TDecision>().AsNoTracking().AsSplitQuery().ToListAsync(cancellationToken);
        var papers = await desk.Papers.OfAsync(decisions.Select(d => d.PaperId).OfType<Guid>(), cancellationToken);
        return
        [
            .. decisions.OrderBy(d => d.Status != DecisionStatus.Preparing).ThenByDescending(d => d.SignedOn.From ?? d.AnnouncedOn.From).ThenByDescending(d => d.Id)
                .Select(d => new CaseLine(d.Id, TitleOf(d, papers), DecisionFlow.Table[d.Status], d.SignedOn, d.AnnouncedOn, rowsOf(d.Id))),
        ];
    }
}
