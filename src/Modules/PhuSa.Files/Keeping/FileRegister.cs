using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PhuSa.Files.Images;
using PhuSa.Files.Kinds;
using PhuSa.Files.Serving;
using PhuSa.Files.Store;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Files.Keeping;

/// <summary>All files: which record has which, under which content.</summary>
internal sealed partial class FileRegister(AppDbContext db, Acting acting, FileNotes notes, Intake intake, IContentStore store, LinkSeal seal, IJobs jobs, Thumbnails thumbnails, TimeProvider clock, ILogger<FileRegister> log) : IFiles
{
    private static readonly TimeSpan LongestLink = TimeSpan.FromDays(30);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<StoredFile> TakeInAsync(IncomingFile file, FileOwner owner, FileRules rules, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(rules);
        var by = acting.By ?? throw new InvalidOperationException("Nobody acts: a file cannot be taken in without an actor.");
        try
        {
            return await KeptAsync(file, owner, rules, by, cancellationToken);
        }
        catch (InfectedException e)
        {
            await notes.RefusedAsync(owner, e.FileName, "Infected", $"ClamAV: {e.Virus}", cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            throw new RefusedException("Tệp có vi-rút ({0}) nên không được nhận.", e.Virus);
        }
        catch (StoreFailedException e)
        {
            NotStored(e);
            await notes.RefusedAsync(owner, ShownName.Cleaned(file.Name), "NotStored", "Nơi lưu tệp không ghi được", cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            throw new RefusedException("Chưa lưu được tệp vì nơi lưu tệp không ghi được hoặc không trả lời. Chưa có gì được lưu; hãy thử lại sau ít phút, nếu vẫn vậy hãy báo người quản trị.");
        }
    }

    public Task<StoredFile?> FindAsync(Guid id, CancellationToken cancellationToken) => Stored(db.Set<KeptFile>().Where(f => f.Id == id)).SingleOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<StoredFile>> OfAsync(FileOwner owner, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return await Stored(db.Set<KeptFile>().Where(f => f.OwnerKind == owner.Kind && f.OwnerId == owner.Id).OrderBy(f => f.TakenInAt).ThenBy(f => f.Id)).ToListAsync(cancellationToken);
    }

    public Task<Stream> OpenAsync(StoredFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return store.OpenAsync(file.Sha256, file.Bytes, cancellationToken);
    }

    public async Task RemoveAsync(Guid id, string why, CancellationToken cancellationToken)
    {
        if (await db.Set<KeptFile>().SingleOrDefaultAsync(f => f.Id == id, cancellationToken) is not { } kept)
        {
            return;
        }

        var by = acting.By ?? throw new InvalidOperationException("Nobody acts: a file cannot be removed without an actor.");
        var before = acting.Why;
        acting.As(by, why, acting.PaperId);
        db.Remove(kept);
        await db.SaveChangesAsync(cancellationToken);
        acting.As(by, before, acting.PaperId);
        await TouchAsync(kept.Sha256, cancellationToken);
    }

    public async Task<string> LinkAsync(StoredFile file, TimeSpan lasts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lasts, LongestLink);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lasts, TimeSpan.Zero);
        var until = Now + lasts;
        var told = new Dictionary<string, object?> { ["until"] = until.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) };
        await notes.AddAsync(file, "Link", by: null, told, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return $"{file.Url}?{LinkSeal.Query}={seal.Sealed(file.Id, until)}";
    }

    public async Task<FilePicture?> PictureAsync(StoredFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Width is null ? null : PictureOf(file, await db.Set<KeptVariant>().AsNoTracking().Where(v => v.Sha256 == file.Sha256).OrderBy(v => v.Width).ToListAsync(cancellationToken));
    }

    public Task<IReadOnlyDictionary<(FileOwner Owner, Guid File), FilePicture>> ThumbnailsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return thumbnails.OfAsync(ids, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<Guid, FilePicture>> PicturesAsync(FileOwner owner, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(ids);
        var pictures = new Dictionary<Guid, FilePicture>();
        if (ids.Count == 0)
        {
            return pictures;
        }

        var rows = await (from file in db.Set<KeptFile>().Where(f => f.OwnerKind == owner.Kind && f.OwnerId == owner.Id && ids.Contains(f.Id))
                          join content in db.Set<KeptContent>() on file.Sha256 equals content.Sha256
                          join variant in db.Set<KeptVariant>() on file.Sha256 equals variant.Sha256 into all
                          from made in all.DefaultIfEmpty()
                          select new
                          {
                              Stored = new StoredFile(
                                  file.Id, new FileOwner(file.OwnerKind, file.OwnerId), file.Name, content.Kind, content.Bytes, file.Sha256, content.Width, content.Height, content.Picture, file.TakenInAt, file.TakenInBy),
                              Variant = made,
                          }).AsNoTracking().ToListAsync(cancellationToken);
        foreach (var one in rows.GroupBy(row => row.Stored.Id))
        {
            if (PictureOf(one.First().Stored, [.. one.Select(row => row.Variant).OfType<KeptVariant>().OrderBy(variant => variant.Width)]) is { } picture)
            {
                pictures[one.Key] = picture;
            }
        }

        return pictures;
    }

    public async Task<byte[]?> PrintAsync(StoredFile file, int longest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Width is null)
        {
            return null;
        }

        try
        {
            await using var content = await OpenAsync(file, cancellationToken);
            return PicturePrint.Of(content, file.Kind, longest);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A paper without its picture is better than none.
            CouldNotPrint(file.Id, e);
            return null;
        }
    }

    /// <param name="variants">The smallest first.</param>
    private static FilePicture? PictureOf(StoredFile file, List<KeptVariant> variants) => file is { Width: { } width, Height: { } height }
        ? new FilePicture(
            file.Url,
            width,
            height,
            [.. variants.Where(v => v.Kind is FileKind.Avif or FileKind.WebP).GroupBy(v => v.Kind).OrderBy(g => g.Key == FileKind.WebP).Select(g => new PictureSource(FileKindFacts.Of(g.Key).MediaType, Srcset(file, g)))],
            variants.Exists(v => v.Kind is FileKind.Jpeg or FileKind.Png) ? $"{Srcset(file, variants.Where(v => v.Kind is FileKind.Jpeg or FileKind.Png && v.Width < width))}, {file.Url} {width}w".TrimStart(',', ' ') : null)
        : null;

    private static string Srcset(StoredFile file, IEnumerable<KeptVariant> variants) => string.Join(", ", variants.Select(v => $"{file.Url}/{v.Name} {v.Width}w"));

    private IQueryable<StoredFile> Stored(IQueryable<KeptFile> files) =>
        from file in files
        join content in db.Set<KeptContent>() on file.Sha256 equals content.Sha256
        select new StoredFile(
            file.Id, new FileOwner(file.OwnerKind, file.OwnerId), file.Name, content.Kind, content.Bytes, file.Sha256, content.Width, content.Height, content.Picture, file.TakenInAt, file.TakenInBy);

    private async Task<StoredFile> KeptAsync(IncomingFile file, FileOwner owner, FileRules rules, Actor by, CancellationToken cancellationToken)
    {
        var incoming = await intake.ReceiveAsync(file, rules, cancellationToken);
        await using (incoming.File)
        {
            var kept = new KeptFile(Guid.CreateVersion7(clock.GetUtcNow()), owner, incoming.Name, incoming.Sha256, by, acting.Person?.PersonId, Now);
            await KeepAsync(kept, incoming, cancellationToken);
            if (incoming.Width is not null)
            {
                await jobs.RunSoonAsync(VariantsJob.JobCode, cancellationToken);
            }

            return (await FindAsync(kept.Id, cancellationToken))!;
        }
    }

    /// <summary>
    /// The content is stored first, so that no record ever names what is not there; what a kill leaves in the store without a record is swept a day later.
    /// </summary>
    private async Task KeepAsync(KeptFile kept, Incoming incoming, CancellationToken cancellationToken)
    {
        var put = false;
        if (!await store.HasAsync(incoming.Sha256, cancellationToken))
        {
            await store.PutAsync(incoming.Sha256, incoming.File, cancellationToken);
            put = true;
        }

        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        await RecordContentAsync(incoming, cancellationToken);

        // The sweep may have taken it between the first look and our record of it; from here on it waits for us.
        if (!put && !await store.HasAsync(incoming.Sha256, cancellationToken))
        {
            await store.PutAsync(incoming.Sha256, incoming.File, cancellationToken);
        }

        db.Add(kept);
        await db.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private async Task RecordContentAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        if (await TouchAsync(incoming.Sha256, cancellationToken))
        {
            return;
        }

        var content = db.Add(new KeptContent(incoming.Sha256, incoming.Kind, incoming.Bytes, incoming.Width, incoming.Height, Now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody brought the same content in the same moment.
            content.State = EntityState.Detached;
            if (!await TouchAsync(incoming.Sha256, cancellationToken))
            {
                throw;
            }
        }
    }

    private async Task<bool> TouchAsync(string sha256, CancellationToken cancellationToken) =>
        await db.Set<KeptContent>().Where(c => c.Sha256 == sha256).ExecuteUpdateAsync(set => set.SetProperty(c => c.TouchedAt, Now), cancellationToken) == 1;

    [LoggerMessage(Level = LogLevel.Error, Message = "A file could not be stored.")]
    private partial void NotStored(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The picture of file {File} could not be read for a paper.")]
    private partial void CouldNotPrint(Guid file, Exception exception);
}
