using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Products;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Merging;

/// <summary>What an officer decides of two files that are one.</summary>
/// <param name="TakeOver">Keys of the items in which the file that goes is right.</param>
internal sealed record MergeChoice(IReadOnlySet<string> TakeOver, string Why, string? Paper);

/// <summary>Makes one file of two, and two of one again. All modules follow in one transaction.</summary>
internal sealed class MergeDesk(RegistryDesk desk, AppDbContext db, MergeRecords records)
{
    public const string Address = $"{RegistryRights.Address}/gop";

    /// <summary>What a form was begun from: both files, to the last value.</summary>
    public static string StampOf(CooperativeFile one, CooperativeFile other)
    {
        var told = new[] { one, other }.OrderBy(file => file.Cooperative.Code, StringComparer.Ordinal)
            .Select(file => $"{file.Cooperative.Code} {file.Cooperative.Version} {file.Contact?.Version} {FileValues.Of(file).Written()}");
        return MergeRecords.Stamp(told);
    }

    /// <summary>The items in which both files say something, and not the same.</summary>
    public static IReadOnlyList<FileItem> Differing(FileValues kept, FileValues gone)
    {
        (kept, gone) = (Pointed(kept, gone), Pointed(gone, kept));
        return [.. FileItem.All.Where(item => item.Key != "so-cu" && item.Words(gone) is { } other && item.Words(kept) is { } own && own != other)];
    }

    /// <returns>The reports of years of which both have one, the latest year first: that of the file that goes stands in no list after the merge.</returns>
    public async Task<IReadOnlyList<(YearReport Own, YearReport Other)>> SharedReportsAsync(Guid kept, Guid gone, CancellationToken cancellationToken)
    {
        var reports = (await db.Set<YearReport>().AsNoTracking().AsSplitQuery().Where(report => report.CooperativeId == kept || report.CooperativeId == gone).ToListAsync(cancellationToken)).ToLookup(report => report.Year);
        return [.. from year in reports
                   let own = year.FirstOrDefault(report => report.CooperativeId == kept)
                   let other = year.FirstOrDefault(report => report.CooperativeId == gone)
                   where own is not null && other is not null
                   orderby year.Key descending
                   select (own, other)];
    }

    /// <exception cref="RefusedException">The two cannot be one, or one of them is no more by now.</exception>
    public async Task<FileMerge> MergeAsync(CooperativeFile kept, CooperativeFile gone, MergeChoice choice, Actor by, CancellationToken cancellationToken)
    {
        if (kept.Cooperative.Id == gone.Cooperative.Id)
        {
            throw new RefusedException("Một hồ sơ không gộp được vào chính nó.");
        }

        if (kept.Organisation.Kind != gone.Organisation.Kind)
        {
            throw new RefusedException("Hai hồ sơ khác loại hình nên không thể là một. Sáp nhập theo luật thì ghi ở tình trạng.");
        }

        var before = FileValues.Of(kept);
        var after = Chosen(before, FileValues.Of(gone), choice.TakeOver);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (own, brought, left) = await records.BringAsync(gone.Cooperative.Id, kept.Cooperative.Id, cancellationToken);
        await desk.Register.MergeAsync(gone.Cooperative.Id, kept.Cooperative.Id, after.Name, after.ShortName, cancellationToken);
        gone.Cooperative.MergeInto(kept.Cooperative.Id);
        await RedirectAsync(gone.Cooperative.Id, kept.Cooperative.Id, cancellationToken);
        Put(kept, after);
        desk.Touch(kept.Cooperative);
        if (gone.Contact is { } contact)
        {
            // It is read, not written: whoever corrects it in this moment is met, or the correction would stay with the file that goes.
            db.Entry(contact).Property(c => c.Version).IsModified = true;
        }

        var merge = new FileMerge(Guid.CreateVersion7(new DateTimeOffset(desk.Now)), SideOf(gone), SideOf(kept), new MergeNotes(before, after, brought, own, left), choice.Why, choice.Paper, by, desk.Now);
        db.Add(merge);
        await db.SaveChangesAsync(cancellationToken);
        await ClassifyAsync(kept.Cooperative, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return merge;
    }

    /// <exception cref="RefusedException">It is undone already, or the file that stayed has gone into another.</exception>
    public async Task UndoAsync(FileMerge merge, string why, CancellationToken cancellationToken)
    {
        merge.Undo(why, desk.By, desk.Now);
        await records.MustBeLastAsync(merge, cancellationToken);
        var kept = await desk.FindAsync(merge.KeptCode, cancellationToken)
            ?? throw new RefusedException("Hồ sơ {0} đã được gộp tiếp vào hồ sơ khác; hãy tách lần gộp đó trước.", merge.KeptCode);
        var gone = await db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Id == merge.GoneId, cancellationToken);
        var values = MergeRecords.Before(merge, FileValues.Of(kept));
        values = values with { HasContact = merge.Notes.Before.HasContact || values is not { Street: null, Person: null, Phone: null, Email: null, Website: null, Latitude: null } };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await records.TakeBackAsync(merge, cancellationToken);
        await MustBeFreeAsync(values.Number, kept.Cooperative, gone.Id, cancellationToken);
        var earlier = await RedirectBackAsync(merge, cancellationToken);
        await desk.Register.SeparateAsync(merge.GoneId, merge.KeptId, values.Name, values.ShortName, earlier, cancellationToken);
        Put(kept, values);
        gone.Separate(await IsFreeForAsync(gone, kept.Cooperative, cancellationToken));
        desk.Touch(kept.Cooperative);
        await db.SaveChangesAsync(cancellationToken);
        await ClassifyAsync(kept.Cooperative, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The number that comes back with the earlier values may have been given to another file since.</summary>
    private async Task MustBeFreeAsync(string? number, Cooperative kept, Guid goneId, CancellationToken cancellationToken)
    {
        if (SameNumbers.Digits(number) is not null && SameNumbers.Digits(number) != SameNumbers.Digits(kept.RegistrationNumber)
            && await db.Set<Cooperative>().Where(c => c.Id != kept.Id && c.Id != goneId).WithNumber(number!, formerToo: false).OrderBy(c => c.Code).Select(c => c.Code).FirstOrDefaultAsync(cancellationToken) is { } holder)
        {
            throw new RefusedException("Số {0} trước khi gộp nay đang ghi ở hồ sơ {1}; hãy sửa số ở hồ sơ đó trước.", number!, holder);
        }
    }

    private async Task<bool> IsFreeForAsync(Cooperative gone, Cooperative kept, CancellationToken cancellationToken) =>
        SameNumbers.Digits(gone.RegistrationNumber) is { } digits && kept.NumberHeld != digits
        && !await db.Set<Cooperative>().AnyAsync(c => c.Id != gone.Id && c.Id != kept.Id && c.NumberHeld == digits, cancellationToken);

    private static MergeSide SideOf(CooperativeFile file) => new(file.Cooperative.Id, file.Cooperative.Code, file.Organisation.Name);

    /// <summary>What only the file that goes says is taken over; in what both say, the choice decides. No number is lost: each is found for ever.</summary>
    internal static FileValues Chosen(FileValues kept, FileValues gone, IReadOnlySet<string> takeOver)
    {
        (kept, gone) = (Pointed(kept, gone), Pointed(gone, kept));
        var chosen = FileItem.All.Where(item => item.Key != "so-cu" && item.Words(gone) is not null && (item.Words(kept) is null || takeOver.Contains(item.Key)))
            .Aggregate(kept, (file, item) => item.Take(file, gone));
        var numbers = kept.FormerNumbers.Concat(new[] { kept.Number, gone.Number }.OfType<string>()).Concat(gone.FormerNumbers);
        return chosen with
        {
            FormerNumbers = [.. numbers.Where(number => number != chosen.Number).Distinct(StringComparer.Ordinal)],
            Source = SourceOf(chosen, kept, gone),
        };
    }

    /// <summary>Where both say the same words, the unit that one of them points at is the other's too; beside other words it is not.</summary>
    private static FileValues Pointed(FileValues file, FileValues other) =>
        file is { PlaceId: null, PlaceText: { } words } && other.PlaceText is { } others && SearchText.Fold(words) == SearchText.Fold(others) ? file with { PlaceId = other.PlaceId } : file;

    /// <summary>A published source goes with the place that it names: beside the place of the other file it would make public what nobody published.</summary>
    private static string? SourceOf(FileValues chosen, FileValues kept, FileValues gone)
    {
        string? Naming(FileValues file) => Cooperative.IsAnotherPlace(file.PlaceText, file.PlaceId, chosen.PlaceText, chosen.PlaceId) ? null : file.Source;
        return chosen.Source == Naming(kept) || chosen.Source == Naming(gone) ? chosen.Source : Naming(kept) ?? Naming(gone);
    }

    /// <summary>The names are put by the register of organisations.</summary>
    private void Put(CooperativeFile file, FileValues values)
    {
        file.Cooperative.RegisterExactly(new Registration(values.DisplayName, values.Number, values.FormerNumbers, values.Founded, values.Body, values.Sector, values.Field, values.Source));
        file.Cooperative.Make(values.Products);
        file.Cooperative.Settle(values.PlaceText, values.PlaceId, values.Source);
        var content = new ContactContent(values.Person, values.Phone, values.Email, values.Website, values.Street, values.Latitude, values.Longitude);
        if (file.Contact is { } contact && !values.HasContact)
        {
            db.Remove(contact);
        }
        else if (file.Contact is not null)
        {
            file.Contact.Describe(content);
        }
        else if (values.HasContact)
        {
            var made = new CooperativeContact(file.Cooperative.Id);
            made.Describe(content);
            db.Add(made);
        }
    }

    /// <summary>Files that went into the one that goes now answer with the one that stays: one step for every old code.</summary>
    private async Task RedirectAsync(Guid gone, Guid kept, CancellationToken cancellationToken)
    {
        foreach (var earlier in await db.Set<Cooperative>().AsSplitQuery().Where(c => c.MergedIntoId == gone).ToListAsync(cancellationToken))
        {
            earlier.MergeInto(kept);
        }
    }

    /// <returns>Those that go back with the one that comes back.</returns>
    private async Task<Guid[]> RedirectBackAsync(FileMerge undone, CancellationToken cancellationToken)
    {
        var earlier = await records.EarlierAsync(undone, cancellationToken);
        foreach (var cooperative in await db.Set<Cooperative>().AsSplitQuery().Where(c => EF.Parameter(earlier).Contains(c.Id)).ToListAsync(cancellationToken))
        {
            cooperative.MergeInto(undone.GoneId);
        }

        return earlier;
    }

    /// <summary>Also for one whose figures came from elsewhere. Saves.</summary>
    public async Task ClassifyAsync(Cooperative cooperative, CancellationToken cancellationToken)
    {
        cooperative.Classify(await db.Set<CooperativeYear>().AsNoTracking().Where(year => year.CooperativeId == cooperative.Id).ToListAsync(cancellationToken), desk.Today, await SizeScale.ReadAsync(db, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Years, people, certificates and reports follow their file. A year that both files tell stays with each.</summary>
internal sealed class FileReferences(AppDbContext db) : OrganisationReferences(db)
{
    public override IReadOnlyList<OrganisationReference> References { get; } =
    [
        Of<CooperativeYear>(year => year.CooperativeId, nameof(CooperativeYear.Year)),
        Of<BoardMember>(member => member.CooperativeId),
        Of<HeldCertificate>(certificate => certificate.CooperativeId),
        Of<FileProposal>(proposal => proposal.CooperativeId),
        Of<YearReport>(report => report.CooperativeId, nameof(YearReport.Year)),
        Of<OcopProduct>(product => product.OwnerId),
    ];
}
