using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Labels;

/// <summary>A right with its labels.</summary>
internal sealed record LabelScene(CertificationMark Mark, MarkGrant Grant, LabelLedger Ledger, IReadOnlyList<OutputDeclaration> Declarations);

/// <summary>Labels as an officer hands them out.</summary>
/// <param name="WithCode">They are checked by a code of their own.</param>
internal sealed record NewIssue(Guid Id, Guid DeclarationId, LabelAmount Amount, LabelNews News, bool WithCode);

/// <summary>
/// Writes the label ledgers. Every line of a mark moves the mark's version on, so that of two officers who write at the same moment the second looks again:
/// no number goes out twice, and no label is settled twice.
/// </summary>
internal sealed class LabelDesk(GrantDesk desk)
{
    private const int Attempts = 10;

    public GrantDesk Desk => desk;

    /// <returns>Null where there is no such right.</returns>
    public async Task<LabelScene?> FindAsync(Guid grantId, CancellationToken cancellationToken)
    {
        // The mark is read first: whatever is written after that is noticed when this is saved.
        var mark = await desk.Db.Set<CertificationMark>().SingleOrDefaultAsync(m => desk.Db.Set<MarkGrant>().Any(g => g.Id == grantId && g.MarkId == m.Id), cancellationToken);
        if (mark is null || await desk.FindAsync(grantId, cancellationToken) is not { } grant)
        {
            return null;
        }

        var entries = await desk.Db.Set<LabelEntry>().AsNoTracking().Where(e => e.GrantId == grantId).ToListAsync(cancellationToken);
        var declarations = await desk.Db.Set<OutputDeclaration>().AsNoTracking().Where(d => d.GrantId == grantId).ToListAsync(cancellationToken);
        return new LabelScene(mark, grant, new LabelLedger(entries), [.. declarations.OrderByDescending(d => d.FromDay).ThenByDescending(d => d.Id)]);
    }

    public async Task<LabelLedger> LedgerAsync(Guid grantId, CancellationToken cancellationToken) =>
        new(await desk.Db.Set<LabelEntry>().AsNoTracking().Where(e => e.GrantId == grantId).ToListAsync(cancellationToken));

    /// <returns>Null where they were issued; a form sent twice issues them once.</returns>
    public Task<NotGiven?> IssueAsync(Guid grantId, NewIssue issue, CancellationToken cancellationToken) => WriteAsync(
        grantId,
        issue.Id,
        async scene =>
        {
            if (NotInForce(scene.Grant, issue.News.On) is { } ended)
            {
                return (null, ended);
            }

            if (scene.Declarations.FirstOrDefault(d => d.Id == issue.DeclarationId && d.IsStanding) is not { } declared)
            {
                return (null, new NotGiven("Input.Declaration", "Chọn sản lượng đã khai mà số tem này dùng cho"));
            }

            if (issue.Amount.Span is { } span && await TakenAsync(scene.Mark.Id, span, cancellationToken) is { } taken)
            {
                return (null, taken);
            }

            if (issue.News.Note is null && declared.Allowance is { } allowance && scene.Ledger.IssuedAgainst(declared.Id) is var before && before + issue.Amount.Count > allowance)
            {
                return (null, new NotGiven("Input.Note", "Cấp {0:N0} tem thì vượt định mức {1:N0} tem của sản lượng đã khai (đã cấp {2:N0}). Nếu vẫn cấp thì ghi lý do.", issue.Amount.Count, allowance, before));
            }

            var entry = new LabelEntry(issue.Id, PlaceOf(scene), LabelMove.Issue, issue.Amount, issue.News, desk.By, desk.Now)
            {
                DeclarationId = declared.Id,
                CheckCode = issue.WithCode ? await FreeCodeAsync(cancellationToken) : null,
            };

            // Whoever suspends the right at this moment is overtaken, or overtakes.
            desk.Db.Entry(scene.Grant).Property(g => g.Version).IsModified = true;
            return (entry, null);
        },
        cancellationToken);

    /// <returns>Null where it was written down; a form sent twice writes once.</returns>
    public Task<NotGiven?> SettleAsync(Guid grantId, Guid entryId, LabelMove move, LabelAmount amount, LabelNews news, CancellationToken cancellationToken) => WriteAsync(
        grantId,
        entryId,
        scene => Task.FromResult<(LabelEntry?, NotGiven?)>((NotYet(news.On) ?? scene.Ledger.NotSettled(amount, news.On)) is { } not
            ? (null, not)
            : (new LabelEntry(entryId, PlaceOf(scene), move, amount, news, desk.By, desk.Now), null)),
        cancellationToken);

    /// <returns>Null where it was reversed.</returns>
    public Task<NotGiven?> ReverseAsync(Guid grantId, Guid entryId, Guid reversalId, string why, CancellationToken cancellationToken) => WriteAsync(
        grantId,
        reversalId,
        scene =>
        {
            var entry = scene.Ledger.Entries.Single(e => e.Id == entryId);
            return Task.FromResult<(LabelEntry?, NotGiven?)>(scene.Ledger.NotReversed(entry) is { } not
                ? (null, not)
                : (entry.Reversal(reversalId, new LabelNews(desk.Today, why), desk.By, desk.Now), null));
        },
        cancellationToken);

    /// <returns>Why labels cannot be issued to a right on a day; null where they can: it is in force on that day and today.</returns>
    public NotGiven? NotInForce(MarkGrant grant, DateOnly on)
    {
        if (NotYet(on) is { } ahead)
        {
            return ahead;
        }

        var today = grant.StandingOn(desk.Today);
        return !MayBear(today) ? new NotGiven("", "Quyền này không được cấp tem vì đang là “{0}”.", today?.Word ?? GrantFlow.Table[grant.Status].PublicName)
            : !MayBear(grant.StandingOn(on)) ? new NotGiven("Input.On", "Vào ngày này quyền không được cấp tem: chưa đến ngày trao, đang tạm dừng hoặc đã hết hạn.")
            : null;
    }

    private static bool MayBear(GrantStanding? standing) => standing?.State is GrantState.Valid or GrantState.Expiring or GrantState.UnknownTerm;

    private static LabelPlace PlaceOf(LabelScene scene) => new(scene.Grant.Id, scene.Mark.Id);

    private NotGiven? NotYet(DateOnly on) => on > desk.Today ? new NotGiven("Input.On", "Ngày ghi không thể sau hôm nay.") : null;

    private async Task<NotGiven?> TakenAsync(Guid markId, LabelSpan span, CancellationToken cancellationToken)
    {
        var (key, first, last) = (span.Key, span.First, span.Last);
        var entries = desk.Db.Set<LabelEntry>().AsNoTracking();
        var taken = await entries
            .Where(e => e.MarkId == markId && e.Move == LabelMove.Issue && e.ReversesId == null && e.SeriesKey == key && e.FirstNumber <= last && e.LastNumber >= first)
            .Where(e => !entries.Any(reversal => reversal.ReversesId == e.Id))
            .OrderBy(e => e.FirstNumber).FirstOrDefaultAsync(cancellationToken);
        if (taken is null)
        {
            return null;
        }

        var right = await desk.Db.Set<MarkGrant>().Where(g => g.Id == taken.GrantId).Select(g => g.Code + " · " + g.Product).SingleAsync(cancellationToken);
        var both = span with { First = Math.Max(first, taken.FirstNumber!.Value), Last = Math.Min(last, taken.LastNumber!.Value) };
        return new NotGiven("Input.First", "Số {0} của nhãn hiệu này đã cấp ngày {1:dd/MM/yyyy} cho quyền “{2}”.", both.ToString(), taken.On, right);
    }

    /// <summary>Rights and batches share the codes: a code of one is never the other's.</summary>
    private async Task<string> FreeCodeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var code = CheckCode.New();
            if (!await desk.Db.Set<MarkGrant>().AnyAsync(g => g.CheckCode == code, cancellationToken) && !await desk.Db.Set<LabelEntry>().AnyAsync(e => e.CheckCode == code, cancellationToken))
            {
                return code;
            }
        }
    }

    private async Task<NotGiven?> WriteAsync(Guid grantId, Guid entryId, Func<LabelScene, Task<(LabelEntry? Entry, NotGiven? Not)>> make, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            desk.Db.ChangeTracker.Clear();
            if (await desk.Db.Set<LabelEntry>().AnyAsync(e => e.Id == entryId, cancellationToken))
            {
                return null;
            }

            var scene = await FindAsync(grantId, cancellationToken) ?? throw new RefusedException("Hồ sơ vừa được người khác thay đổi. Hãy xem lại rồi thử lại.");
            var (entry, not) = await make(scene);
            if (entry is null)
            {
                return not;
            }

            desk.Db.Add(entry);
            desk.Db.Entry(scene.Mark).Property(m => m.Version).IsModified = true;
            try
            {
                await desk.Db.SaveChangesAsync(cancellationToken);
                return null;
            }
            catch (DbUpdateException) when (attempt < Attempts && !cancellationToken.IsCancellationRequested)
            {
                // Somebody wrote at the same moment: look again.
            }
            catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
            {
                desk.Db.ChangeTracker.Clear();
                throw new RefusedException("Hồ sơ vừa được người khác thay đổi. Hãy xem lại rồi thử lại.");
            }
        }
    }
}
