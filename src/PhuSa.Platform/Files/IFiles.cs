using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Files;

/// <summary>The record a file belongs to.</summary>
/// <param name="Kind">Such as <c>papers</c>: the table of the record. An <see cref="IFileGuard"/> of this kind says who may read.</param>
public sealed record FileOwner(string Kind, Guid Id);

/// <summary>What a form takes in.</summary>
public sealed record FileRules(FileKinds Welcome, long MaxBytes);

/// <summary>A file as it comes from outside; nothing of it is believed.</summary>
/// <param name="Content">Read once, to the end or to the limit.</param>
/// <param name="Name">The name the client gave; a path, control characters and the like are cut away.</param>
/// <param name="AnnouncedBytes">How long the client says it is; null where it does not.</param>
public sealed record IncomingFile(Stream Content, string Name, long? AnnouncedBytes = null);

/// <summary>A file of a record.</summary>
/// <param name="Name">As people see it; the extension is that of the content.</param>
/// <param name="Width">Pixels; null where it is no picture.</param>
/// <param name="Sha256">Of the content as kept, 64 hexadecimal digits.</param>
public sealed record StoredFile(
    Guid Id,
    FileOwner Owner,
    string Name,
    FileKind Kind,
    long Bytes,
    string Sha256,
    int? Width,
    int? Height,
    PictureState Picture,
    DateTime TakenInAt,
    string TakenInBy)
{
    /// <summary>Root-relative address; opens only for those whom the guard of the record lets.</summary>
    public string Url => FileAddress.Of(Id, Name);
}

/// <summary>Addresses of files.</summary>
public static class FileAddress
{
    public static string Of(Guid id, string name) => $"{Rights.PersonalPlaces.Files}/{id:D}/{Uri.EscapeDataString(name)}";

    /// <returns>Of which file an address tells, also where it tells of a smaller size; null where it is none of ours.</returns>
    public static Guid? IdOf(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Split('/') is ["", var folder, var id, _, ..] && $"/{folder}" == Rights.PersonalPlaces.Files && Guid.TryParseExact(id, "D", out var file) ? file : null;
    }
}

/// <summary>A picture in all its sizes, for <c>&lt;picture-file&gt;</c>.</summary>
/// <param name="Sources">The best first: AVIF, WebP. Empty while they are not made.</param>
/// <param name="FallbackSrcset">Sizes in a format that every browser reads; null while they are not made.</param>
public sealed record FilePicture(string Url, int Width, int Height, IReadOnlyList<PictureSource> Sources, string? FallbackSrcset);

/// <summary>The sizes of a picture in one format.</summary>
public sealed record PictureSource(string MediaType, string Srcset);

/// <summary>Says who may read the files of one kind of record. A kind without a guard is read by nobody.</summary>
public interface IFileGuard
{
    /// <summary>The <see cref="FileOwner.Kind"/> it answers for.</summary>
    string Kind { get; }

    /// <param name="person">Null: nobody is signed in. A file that nobody in particular may read is public, and may be cached.</param>
    Task<bool> MayReadAsync(StoredFile file, Rights.SignedIn? person, CancellationToken cancellationToken);
}

/// <summary>Files of records: taken in, looked through, cleaned and kept by their content. Who acts is <see cref="Journal.Acting"/>.</summary>
public interface IFiles
{
    /// <summary>
    /// Takes a file in and saves it. Call it before changing other records of the same context: a refusal leaves nothing behind,
    /// and what was changed before is saved along.
    /// </summary>
    /// <exception cref="RefusedException">Empty, too large, of an unwelcome kind, dangerous, or it could not be checked for viruses.</exception>
    Task<StoredFile> TakeInAsync(IncomingFile file, FileOwner owner, FileRules rules, CancellationToken cancellationToken);

    Task<StoredFile?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <returns>The files of a record, the oldest first.</returns>
    Task<IReadOnlyList<StoredFile>> OfAsync(FileOwner owner, CancellationToken cancellationToken);

    /// <summary>Opens the content for the product's own use; whether somebody may see it is for the caller to know.</summary>
    /// <returns>A stream that can seek; the caller closes it.</returns>
    Task<Stream> OpenAsync(StoredFile file, CancellationToken cancellationToken);

    /// <summary>Takes the file from its record and saves. The content goes a day later, where no other file has the same.</summary>
    Task RemoveAsync(Guid id, string why, CancellationToken cancellationToken);

    /// <summary>
    /// An address that opens the file without signing in until it expires. Whoever has it may read: it is noted that it was given, and every reading is.
    /// </summary>
    /// <param name="lasts">At most 30 days.</param>
    Task<string> LinkAsync(StoredFile file, TimeSpan lasts, CancellationToken cancellationToken);

    /// <summary>The picture for a paper: PNG on white, whatever it was kept as.</summary>
    /// <param name="longest">Pixels of its longer side at most; a smaller one is left as it is.</param>
    /// <returns>Null where the file is no picture, or its content cannot be read now.</returns>
    Task<byte[]?> PrintAsync(StoredFile file, int longest, CancellationToken cancellationToken);

    /// <returns>Null where the file is no picture.</returns>
    Task<FilePicture?> PictureAsync(StoredFile file, CancellationToken cancellationToken);

    /// <summary>Pictures of one record, read at once.</summary>
    /// <param name="ids">Of files; one of another record, and one that is no picture, is left out.</param>
    Task<IReadOnlyDictionary<Guid, FilePicture>> PicturesAsync(FileOwner owner, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>The smallest size of many pictures of any records at once, for lists.</summary>
    /// <returns>By record and file. A picture whose sizes are not made is left out: as large as it came, it would weigh more than the list.</returns>
    Task<IReadOnlyDictionary<(FileOwner Owner, Guid File), FilePicture>> ThumbnailsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}
