using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Office;

/// <summary>A right as an officer registers it.</summary>
/// <param name="Renewing">
/// The reason that is written down where the holder has the right already and its term ends soon or has ended: it gets the new term. Null where only a right
/// that is not on record yet may be given.
/// </param>
internal sealed record NewRight(Guid Id, CertificationMark Mark, OrganisationRow Holder, GrantTerms Terms, GrantDetails Details, string? Renewing = null);

/// <summary>Why a right cannot be registered: a sentence with its places, and the field that it is about.</summary>
internal sealed record NotGiven(string Field, string Sentence, params object[] Args);

/// <summary>Registers a right that was decided on paper. Of two who register the same, or take one certificate number, at the same moment one succeeds.</summary>
internal sealed class GrantGiving(GrantDesk desk, RevocationBans bans)
{
    public const string BannedUntil = "Đơn vị có quyền bị thu hồi với nhãn hiệu này, theo quy chế chưa được trao quyền cho sản phẩm này đến hết ngày {0:dd/MM/yyyy}.";

    private const int NumberLength = 6;

    /// <returns>Null where it was given; a form sent twice gives it once.</returns>
    public async Task<NotGiven?> GiveAsync(NewRight right, CancellationToken cancellationToken)
    {
        if (await desk.Db.Set<MarkGrant>().AnyAsync(g => g.Id == right.Id, cancellationToken))
        {
            return null;
        }

        if (await ObstacleAsync(right, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        await AddAsync(right, cancellationToken);
        try
        {
            await desk.Db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException failure) when (failure.IsTwice())
        {
            desk.Db.ChangeTracker.Clear();
            return await desk.Db.Set<MarkGrant>().AnyAsync(g => g.Id == right.Id, cancellationToken) ? null
                : await ObstacleAsync(right, cancellationToken) ?? new NotGiven("", "Hồ sơ vừa được người khác thay đổi. Hãy xem lại rồi thử lại.");
        }
    }

    /// <summary>Adds the right to what the caller saves: it is given with the application that led to it, or neither is.</summary>
    /// <returns>The right, which is another one than asked for where the holder's present one was renewed.</returns>
    public async Task<Guid> AddAsync(NewRight right, CancellationToken cancellationToken)
    {
        if ((await SameAsync(right, cancellationToken)).Find(g => MayRenew(right, g)) is { } ending)
        {
            Renew(ending, right);
            return ending.Id;
        }

        var grant = new MarkGrant(right.Id, await FreeCodeAsync(right, cancellationToken), right.Mark.Id, right.Holder.Id, right.Terms, GrantStatus.Granted, desk.By, desk.Now);
        grant.Detail(right.Details);
        desk.Db.Add(grant);
        return grant.Id;
    }

    /// <summary>What stands in the way of giving it; null where nothing does.</summary>
    public async Task<NotGiven?> ObstacleAsync(NewRight right, CancellationToken cancellationToken)
    {
        var same = await SameAsync(right, cancellationToken);
        var standing = same.Find(g => GrantFlow.Table[g.Status].Counts);
        if (standing is not null && !MayRenew(right, standing))
        {
            return new NotGiven("Input.Product", "Đơn vị này đã có quyền “{0}” với cùng nhãn hiệu và sản phẩm. Mở hồ sơ đó để gia hạn hoặc ghi trả lại.", standing.Code);
        }

        if (standing is not null && !(right.Terms.ExpiresOn > standing.ExpiresOn))
        {
            return new NotGiven("Input.ExpiresOn", "Đơn vị đã có quyền này đến hết ngày {0:dd/MM/yyyy}, trao theo đơn là gia hạn: nhập ngày hết hạn mới, sau ngày đó.", standing.ExpiresOn!);
        }

        var first = right.Terms.GivenOn.From ?? desk.Today;
        if (standing is null && await bans.UntilAsync(right.Mark.Id, right.Holder.Id, SearchText.Fold(right.Terms.Product), first, cancellationToken) is { } ban)
        {
            return new NotGiven("Input.GivenOn", BannedUntil, ban);
        }

        return await desk.CertifiedAsync(right.Mark.Id, right.Details.CertificateNumber, standing?.Id, cancellationToken) is { } taken
            ? new NotGiven("Input.CertificateNumber", GrantDesk.CertificateTaken, taken.JournalTitle)
            : null;
    }

    /// <returns>The right of the holder to this product that an application renews; null where it would be a new one.</returns>
    public async Task<MarkGrant?> RenewedByAsync(Guid markId, Guid holderId, string product, CancellationToken cancellationToken)
    {
        var key = SearchText.Fold(product);
        return (await Same(markId, holderId, key).AsNoTracking().ToListAsync(cancellationToken)).Find(g => g.MayBeRenewed(desk.Today));
    }

    private Task<List<MarkGrant>> SameAsync(NewRight right, CancellationToken cancellationToken) =>
        Same(right.Mark.Id, right.Holder.Id, SearchText.Fold(right.Terms.Product)).ToListAsync(cancellationToken);

    private IQueryable<MarkGrant> Same(Guid markId, Guid holderId, string key) => desk.Db.Set<MarkGrant>().AsSplitQuery().Where(g => g.MarkId == markId && g.HolderId == holderId && g.ProductKey == key);

    private bool MayRenew(NewRight right, MarkGrant grant) => right.Renewing is not null && grant.MayBeRenewed(desk.Today);

    private void Renew(MarkGrant ending, NewRight right)
    {
        var given = right.Terms.GivenOn.From ?? desk.Today;
        var from = ending.ExpiresOn >= given ? ending.ExpiresOn.Value.AddDays(1) : given;
        ending.Renew(new GrantTerm(from, right.Terms.ExpiresOn!.Value, right.Details.CertificateNumber), new GrantNews(given > desk.Today ? desk.Today : given, right.Renewing, right.Terms.DecisionId), desk.By, desk.Now);
        ending.Detail(right.Details with
        {
            ProductGroup = right.Details.ProductGroup ?? ending.ProductGroup,
            Workshop = right.Details.Workshop ?? ending.Workshop,
            Batch = right.Details.Batch ?? ending.Batch,
            Gtin = right.Details.Gtin ?? ending.Gtin,
        });
    }

    private async Task<string> FreeCodeAsync(NewRight right, CancellationToken cancellationToken)
    {
        var slug = Slug.From($"{right.Mark.Code} {right.Holder.Code} {right.Terms.Product}", ImportColumns.CodeMaxLength - NumberLength);
        var taken = (await desk.Db.Set<MarkGrant>().Where(g => g.Code.StartsWith(slug)).Select(g => g.Code).ToListAsync(cancellationToken)).Concat(desk.Db.Set<MarkGrant>().Local.Select(g => g.Code)).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? slug : $"{slug}-{number}").First(code => !taken.Contains(code));
    }
}
