using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Merging;

/// <summary>
/// Makes one of two organisations that no register keeps a file of (an agency, an enterprise, an association), and two of one again. Written down as
/// merges of files are, of which they have only the names.
/// </summary>
internal sealed class OrganisationMergeDesk(RegistryDesk desk, AppDbContext db, IOrganisations organisations, MergeRecords records) : IOrganisationMerges
{
    public const string Address = $"{OrganisationRow.OfficeAddress}/gop";

    private const int Most = 20;

    public string MergeAddress(string code) => $"{OrganisationRow.OfficeAddress}/{code}/gop";

    async Task<IReadOnlyList<MergedOrganisation>> IOrganisationMerges.OfAsync(Guid id, CancellationToken cancellationToken) =>
        [.. (await records.OfAsync(id, cancellationToken)).Select(merge => new MergedOrganisation(merge.GoneCode, merge.GoneName, merge.KeptCode, merge.IsUndone, $"{Address}/{merge.Id}"))];

    /// <returns>The organisation with this code; null where there is none, or it was merged into another.</returns>
    public Task<OrganisationRow?> FindAsync(string code, CancellationToken cancellationToken) => organisations.Rows.SingleOrDefaultAsync(o => o.Code == code, cancellationToken);

    /// <returns>The page of the one that the one with this code was merged into; null where it was not.</returns>
    public async Task<string?> ElsewhereAsync(string code, CancellationToken cancellationToken) =>
        await organisations.KeptAsync(code, cancellationToken) is { } kept ? $"{OrganisationRow.OfficeAddress}/{kept.Code}" : null;

    /// <summary>Whether the register of cooperatives keeps its kind: such a one is merged there, or nowhere.</summary>
    public static bool IsOfRegister(OrganisationRow organisation) => RegistryKinds.All.Contains(organisation.Kind);

    /// <returns>Where one of the register's kinds is merged: at its file; its own page says how a file is begun.</returns>
    public async Task<string> RegisterAddressAsync(OrganisationRow organisation, CancellationToken cancellationToken) =>
        await desk.CodeOfAsync(organisation.Id, cancellationToken) is { } code ? $"{RegistryRights.Address}/{code}/gop" : $"{OrganisationRow.OfficeAddress}/{organisation.Code}";

    public static FileValues ValuesOf(OrganisationRow organisation) =>
        new() { Name = organisation.Name, ShortName = organisation.ShortName == organisation.Name ? null : organisation.ShortName };

    /// <summary>What a form was begun from: both organisations, with their names of any time.</summary>
    public static string StampOf(OrganisationRow one, OrganisationRow other) =>
        MergeRecords.Stamp(new[] { one, other }.OrderBy(row => row.Code, StringComparer.Ordinal).Select(row => $"{row.Code} {row.Kind} {row.SearchText} {ValuesOf(row).Written()}"));

    /// <returns>Others that have, or had, one of its names, whatever their case, marks and words for the kind. An organisation has no place, number or telephone to compare.</returns>
    public async Task<IReadOnlyList<OrganisationRow>> AlikeAsync(OrganisationRow organisation, CancellationToken cancellationToken)
    {
        var own = await organisations.FormerNamesAsync(organisation.Id, cancellationToken);
        return await organisations.AlikeAsync(own.Append(organisation.Name).Append(organisation.ShortName), rows => rows.Where(row => row.Id != organisation.Id && !RegistryKinds.All.Contains(row.Kind)), Most, cancellationToken);
    }

    /// <exception cref="RefusedException">The two cannot be one.</exception>
    /// <exception cref="DbUpdateConcurrencyException">One of them is no more by now.</exception>
    public async Task<FileMerge> MergeAsync(OrganisationRow kept, OrganisationRow gone, MergeChoice choice, Actor by, CancellationToken cancellationToken)
    {
        if (kept.Id == gone.Id)
        {
            throw new RefusedException("Một hồ sơ không gộp được vào chính nó.");
        }

        if (IsOfRegister(kept) || IsOfRegister(gone))
        {
            throw new RefusedException("Hợp tác xã và các loại hình có hồ sơ riêng chỉ gộp được với hồ sơ cùng loại hình, ở sổ hợp tác xã.");
        }

        var before = ValuesOf(kept);
        var after = MergeDesk.Chosen(before, ValuesOf(gone), choice.TakeOver);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (own, brought, left) = await records.BringAsync(gone.Id, kept.Id, cancellationToken);
        await desk.Register.MergeAsync(gone.Id, kept.Id, after.Name, after.ShortName, cancellationToken);

        // The register has read both by now: whoever merges one of them from here on meets its version, and whoever did before is seen.
        if (await organisations.Rows.CountAsync(o => o.Id == kept.Id || o.Id == gone.Id, cancellationToken) != 2)
        {
            throw new DbUpdateConcurrencyException();
        }

        var merge = new FileMerge(Guid.CreateVersion7(new DateTimeOffset(desk.Now)), new MergeSide(gone.Id, gone.Code, gone.Name), new MergeSide(kept.Id, kept.Code, kept.Name), new MergeNotes(before, after, brought, own, left), choice.Why, choice.Paper, by, desk.Now);
        db.Add(merge);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return merge;
    }

    /// <exception cref="RefusedException">It is undone already, or the one that stayed has gone into another.</exception>
    public async Task UndoAsync(FileMerge merge, string why, CancellationToken cancellationToken)
    {
        merge.Undo(why, desk.By, desk.Now);
        await records.MustBeLastAsync(merge, cancellationToken);
        var kept = await FindAsync(merge.KeptCode, cancellationToken)
            ?? throw new RefusedException("Hồ sơ {0} đã được gộp tiếp vào hồ sơ khác; hãy tách lần gộp đó trước.", merge.KeptCode);
        var values = MergeRecords.Before(merge, ValuesOf(kept));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await records.TakeBackAsync(merge, cancellationToken);
        var earlier = await records.EarlierAsync(merge, cancellationToken);
        await desk.Register.SeparateAsync(merge.GoneId, merge.KeptId, values.Name, values.ShortName, earlier, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
