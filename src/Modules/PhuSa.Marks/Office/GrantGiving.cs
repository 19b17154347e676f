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
internal sealed record NewRight(Guid Id, CertificationMark Mark, OrganisationRow Holder, GrantTerms Terms, GrantDetails Details);

/// <summary>Why a right cannot be registered: a sentence with its places, and the field that it is about.</summary>
internal sealed record NotGiven(string Field, string Sentence, params object[] Args);

/// <summary>Registers a right that was decided on paper. Of two who register the same, or take one certificate number, at the same moment one succeeds.</summary>
internal sealed class GrantGiving(GrantDesk desk)
{
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
    public async Task AddAsync(NewRight right, CancellationToken cancellationToken)
    {
        var grant = new MarkGrant(right.Id, await FreeCodeAsync(right, cancellationToken), right.Mark.Id, right.Holder.Id, right.Terms, GrantStatus.Granted, desk.By, desk.Now);
        grant.Detail(right.Details);
        desk.Db.Add(grant);
    }

    /// <summary>What stands in the way of giving it; null where nothing does.</summary>
    public async Task<NotGiven?> ObstacleAsync(NewRight right, CancellationToken cancellationToken)
    {
        var key = SearchText.Fold(right.Terms.Product);
        var same = await desk.Db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => g.MarkId == right.Mark.Id && g.HolderId == right.Holder.Id && g.ProductKey == key).ToListAsync(cancellationToken);
        if (same.Find(g => GrantFlow.Table[g.Status].Counts) is { } standing)
        {
            return new NotGiven("Input.Product", "Đơn vị này đã có quyền “{0}” với cùng nhãn hiệu và sản phẩm. Mở hồ sơ đó để gia hạn hoặc ghi trả lại.", standing.Code);
        }

        var first = right.Terms.GivenOn.From ?? desk.Today;
        if (same.SelectMany(g => g.Acts).Where(act => act.Action == GrantAction.Revoke && act.Until >= first).Max(act => act.Until) is { } ban)
        {
            return new NotGiven("Input.GivenOn", "Quyền trước của đơn vị cho sản phẩm này bị thu hồi, chưa được trao lại đến hết ngày {0:dd/MM/yyyy}.", ban);
        }

        return await desk.CertifiedAsync(right.Mark.Id, right.Details.CertificateNumber, but: null, cancellationToken) is { } taken
            ? new NotGiven("Input.CertificateNumber", GrantDesk.CertificateTaken, taken.JournalTitle)
            : null;
    }

    private async Task<string> FreeCodeAsync(NewRight right, CancellationToken cancellationToken)
    {
        var slug = Slug.From($"{right.Mark.Code} {right.Holder.Code} {right.Terms.Product}", ImportColumns.CodeMaxLength - NumberLength);
        var taken = (await desk.Db.Set<MarkGrant>().Where(g => g.Code.StartsWith(slug)).Select(g => g.Code).ToListAsync(cancellationToken)).Concat(desk.Db.Set<MarkGrant>().Local.Select(g => g.Code)).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? slug : $"{slug}-{number}").First(code => !taken.Contains(code));
    }
}
