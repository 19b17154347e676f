namespace PhuSa.Documents.Decree;

/// <summary>
/// A named paper (báo cáo, kế hoạch, thông báo …) as Nghị định 30/2020/NĐ-CP, Phụ lục I lays it out. Texts are given as they are read; the layout puts
/// capitals, padding, the end mark and the rules.
/// </summary>
public sealed record DecreePaper
{
    /// <summary>Cơ quan chủ quản, where there is one.</summary>
    public string? GoverningBody { get; init; }

    /// <summary>Cơ quan ban hành; two or more for a joint paper, the leading one first.</summary>
    public required IReadOnlyList<string> IssuingBodies { get; init; }

    /// <summary>Null while the number is unknown: its place stays open.</summary>
    public int? Number { get; init; }

    /// <summary>Ký hiệu after the slash: "BC-SKHCN".</summary>
    public required string Symbol { get; init; }

    /// <summary>Địa danh before the date.</summary>
    public required string Place { get; init; }

    /// <summary>Null while the day is unknown: day and month stay open.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The year that is printed when the day is unknown.</summary>
    public int? Year { get; init; }

    /// <summary>Tên loại: "Báo cáo". Null for a công văn, which has none: its subject stands under the number.</summary>
    public required string? TypeName { get; init; }

    /// <summary>Trích yếu, in one sentence without a full stop; empty where the type says all.</summary>
    public required string Subject { get; init; }

    /// <summary>"Kính gửi" of a công văn or a tờ trình; one stands in the line itself, several below it.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    public DecreeUrgency Urgency { get; init; }

    public required IReadOnlyList<DecreeBlock> Blocks { get; init; }

    /// <summary>One for an ordinary paper, one for each body of a joint paper, the leading one first; a body that is not named here signs in an open place.</summary>
    public IReadOnlyList<DecreeSignature> Signatures { get; init; } = [];

    /// <summary>Each begins on a page of its own after the signature, with page numbers of its own. The text has to point to them.</summary>
    public IReadOnlyList<DecreeAppendix> Appendices { get; init; } = [];

    /// <summary>Nơi nhận, without dash and semicolon; the filing line comes from <see cref="Filing"/>.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Where the copy is kept: "VT, QLCN" becomes "- Lưu: VT, QLCN."</summary>
    public string Filing { get; init; } = "VT";
}

/// <summary>Phụ lục: its title as it is read, and its text.</summary>
public sealed record DecreeAppendix(string Title, IReadOnlyList<DecreeBlock> Blocks);

/// <summary>Who signs: "TM. …" or "KT. …" (authority), the position, the name without academic title. What is unknown is an open, dotted place.</summary>
public sealed record DecreeSignature(string? Authority = null, string? Position = null, string? Name = null);

/// <summary>Mức độ khẩn.</summary>
public enum DecreeUrgency
{
    None,
    Urgent,
    VeryUrgent,
    Express,
}
