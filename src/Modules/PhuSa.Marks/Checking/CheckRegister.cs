using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Labels;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Checking;

/// <summary>What a check tells of a right: public words only, nothing of any person.</summary>
/// <param name="Holder">Its name today.</param>
/// <param name="HolderThen">Its name when the right was given; null where it is the same.</param>
/// <param name="Cause">The move that brought it where it is; null where it only came on record.</param>
/// <param name="CausePaper">The public paper of that move.</param>
/// <param name="Decision">The public paper that gave the present term: of the last renewal, or of the grant.</param>
internal sealed record CheckedRight(MarkGrant Grant, string Mark, string Holder, string? HolderThen, GrantStanding Standing, GrantAct? Cause, PaperFact? CausePaper, PaperFact? Decision)
{
    /// <summary>The batch of labels whose code was asked for; null where it was the right's own.</summary>
    public CheckedBatch? Batch { get; init; }

    /// <summary>The code that was asked for.</summary>
    public string CheckCode => Batch?.Issue.CheckCode ?? Grant.CheckCode;
}

/// <summary>A batch of labels with a code of its own.</summary>
/// <param name="WithdrawnOn">The day on which its issue was reversed; null while it stands.</param>
internal sealed record CheckedBatch(LabelEntry Issue, DateOnly? WithdrawnOn);

/// <summary>Finds the right that a label names.</summary>
internal sealed class CheckRegister(AppDbContext db, IOrganisations organisations, IPapers papers, TimeProvider clock)
{
    /// <returns>Null where neither a right nor a batch of labels has this code.</returns>
    public async Task<CheckedRight?> FindAsync(string checkCode, CancellationToken cancellationToken)
    {
        var grant = await db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(g => g.CheckCode == checkCode, cancellationToken);
        var batch = grant is null ? await BatchAsync(checkCode, cancellationToken) : null;
        grant ??= batch is null ? null : await db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().SingleAsync(g => g.Id == batch.Issue.GrantId, cancellationToken);
        if (grant is null)
        {
            return null;
        }

        var mark = await db.Set<CertificationMark>().Where(m => m.Id == grant.MarkId).Select(m => m.Name).SingleAsync(cancellationToken);
        var holder = (await organisations.OfAsync([grant.HolderId], cancellationToken))[grant.HolderId].Name;
        var standing = GrantStanding.On(VietnamTime.Today(clock), grant.Status, grant.ExpiresOn, grant.GivenOn.From);
        var cause = CauseOf(grant);
        var given = grant.TermPaperId;
        var cited = await papers.OfAsync(new[] { cause?.PaperId, given }.OfType<Guid>(), cancellationToken);
        return new CheckedRight(
            grant,
            mark,
            holder,
            await NameThenAsync(grant, holder, cancellationToken),
            standing,
            cause,
            cause?.PaperId is { } paper ? cited.GetValueOrDefault(paper) : null,
            given is { } decision ? cited.GetValueOrDefault(decision) : null)
        {
            Batch = batch,
        };
    }

    /// <returns>The code of the right to this product that was given last; null where none names it.</returns>
    public async Task<string?> OfProductAsync(string gtin, CancellationToken cancellationToken)
    {
        var counting = GrantFlow.Table.Counting.ToList();
        return await db.Set<MarkGrant>().Where(g => g.Gtin == gtin)
            .OrderByDescending(g => counting.Contains(g.Status)).ThenByDescending(g => g.Id)
            .Select(g => g.CheckCode).FirstOrDefaultAsync(cancellationToken);
    }

    /// <returns>The right that has this code, or whose labels have it; null where there is none.</returns>
    public async Task<Guid?> RightOfAsync(string checkCode, CancellationToken cancellationToken) =>
        await db.Set<MarkGrant>().Where(g => g.CheckCode == checkCode).Select(g => (Guid?)g.Id).FirstOrDefaultAsync(cancellationToken)
        ?? await db.Set<LabelEntry>().Where(e => e.CheckCode == checkCode).Select(e => (Guid?)e.GrantId).FirstOrDefaultAsync(cancellationToken);

    private async Task<CheckedBatch?> BatchAsync(string checkCode, CancellationToken cancellationToken)
    {
        if (await db.Set<LabelEntry>().AsNoTracking().SingleOrDefaultAsync(e => e.CheckCode == checkCode, cancellationToken) is not { } issue)
        {
            return null;
        }

        var reversed = await db.Set<LabelEntry>().Where(e => e.ReversesId == issue.Id).Select(e => (DateOnly?)e.On).SingleOrDefaultAsync(cancellationToken);
        return new CheckedBatch(issue, reversed);
    }

    private static GrantAct? CauseOf(MarkGrant grant) => grant.Last() is { } last && grant.Status switch
    {
        GrantStatus.Suspended => last.Action == GrantAction.Suspend,
        GrantStatus.Revoked => last.Action == GrantAction.Revoke,
        GrantStatus.GivenUp => last.Action == GrantAction.HandBack,
        _ => last.Action is GrantAction.Renew or GrantAction.Resume,
    } ? last : null;

    /// <summary>A name of which the change is known to lie after the grant was the name then. Where no day of the grant is known, the day it came on record stands for it.</summary>
    private async Task<string?> NameThenAsync(MarkGrant grant, string now, CancellationToken cancellationToken)
    {
        var given = grant.GivenOn.To ?? DateOnly.FromDateTime(VietnamTime.Local(grant.Steps.Min(step => step.At)));
        var before = await organisations.NamesBeforeAsync(grant.HolderId, cancellationToken);
        return before.LastOrDefault(name => (name.ChangedOn ?? DateOnly.FromDateTime(VietnamTime.Local(name.Until))) is var changed
            && (changed > given || (changed == given && grant.GivenOn.To is null))) is { } then && then.Name != now ? then.Name : null;
    }
}
