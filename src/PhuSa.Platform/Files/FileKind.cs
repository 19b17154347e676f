namespace PhuSa.Platform.Files;

/// <summary>What a file is, by its content. A client's word for it is never taken.</summary>
public enum FileKind
{
    Jpeg,
    Png,
    WebP,
    Gif,
    Avif,
    Heic,
    Pdf,
    Word,
    Excel,
    Csv,
    Text,
    Zip,
}

/// <summary>What a form takes in.</summary>
[Flags]
public enum FileKinds
{
    None = 0,
    Images = 1,
    Pdf = 2,
    Word = 4,
    Excel = 8,

    /// <summary>CSV tables and plain text in UTF-8.</summary>
    Text = 16,
    Zip = 32,
    Papers = Pdf | Word | Excel,
}

/// <summary>Where a file's picture stands.</summary>
public enum PictureState
{
    /// <summary>The file is no picture.</summary>
    None,

    /// <summary>Its smaller sizes are still to be made; the picture itself is shown meanwhile.</summary>
    Waiting,
    Ready,

    /// <summary>The smaller sizes could not be made; the picture itself is shown.</summary>
    Failed,
}

/// <summary>The facts of a kind: how it is told, named and served.</summary>
/// <param name="Name">Vietnamese, a key of the platform's English table.</param>
/// <param name="Extensions">Without the dot; the first is the usual one.</param>
public sealed record FileKindFacts(FileKind Kind, FileKinds Group, string Name, string MediaType, params IReadOnlyList<string> Extensions)
{
    private static readonly Dictionary<FileKind, FileKindFacts> Facts = new List<FileKindFacts>
    {
        new(FileKind.Jpeg, FileKinds.Images, "Ảnh JPEG", "image/jpeg", "jpg", "jpeg"),
        new(FileKind.Png, FileKinds.Images, "Ảnh PNG", "image/png", "png"),
        new(FileKind.WebP, FileKinds.Images, "Ảnh WebP", "image/webp", "webp"),
        new(FileKind.Gif, FileKinds.Images, "Ảnh GIF", "image/gif", "gif"),
        new(FileKind.Avif, FileKinds.Images, "Ảnh AVIF", "image/avif", "avif"),
        new(FileKind.Heic, FileKinds.Images, "Ảnh HEIC", "image/heic", "heic", "heif"),
        new(FileKind.Pdf, FileKinds.Pdf, "Tệp PDF", "application/pdf", "pdf"),
        new(FileKind.Word, FileKinds.Word, "Văn bản Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        new(FileKind.Excel, FileKinds.Excel, "Bảng tính Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        new(FileKind.Csv, FileKinds.Text, "Bảng CSV", "text/csv; charset=utf-8", "csv"),
        new(FileKind.Text, FileKinds.Text, "Văn bản thuần", "text/plain; charset=utf-8", "txt"),
        new(FileKind.Zip, FileKinds.Zip, "Tệp nén ZIP", "application/zip", "zip"),
    }.ToDictionary(facts => facts.Kind);

    public bool IsImage => Group == FileKinds.Images;

    public static FileKindFacts Of(FileKind kind) => Facts[kind];
}

/// <summary>What kinds are called in a sentence that says what is welcome.</summary>
public static class FileKindWords
{
    private static readonly (FileKinds Kind, string Name)[] Names =
    [
        (FileKinds.Images, "ảnh (JPEG, PNG, WebP, GIF, AVIF, HEIC)"),
        (FileKinds.Pdf, "PDF"),
        (FileKinds.Word, "Word (.docx)"),
        (FileKinds.Excel, "Excel (.xlsx)"),
        (FileKinds.Text, "CSV hoặc văn bản thuần (UTF-8)"),
        (FileKinds.Zip, "ZIP"),
    ];

    /// <returns>Vietnamese words, each a key of the platform's English table.</returns>
    public static IReadOnlyList<string> Of(FileKinds kinds) => [.. Names.Where(name => kinds.HasFlag(name.Kind)).Select(name => name.Name)];
}
