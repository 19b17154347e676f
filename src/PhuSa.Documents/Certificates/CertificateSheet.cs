namespace PhuSa.Documents.Certificates;

/// <summary>A line of a certificate; what is not known stays an open, dotted place to be filled in by hand.</summary>
public sealed record CertificateLine(string Label, string? Words);

/// <summary>What a certificate says; every text as it is read, in the language of the paper.</summary>
public sealed record CertificateSheet
{
    /// <summary>What is certified, as a PNG picture in the upper left corner; null where there is none.</summary>
    public byte[]? Sample { get; init; }

    /// <summary>The body that issues it; null: an open place.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>“Giấy chứng nhận”.</summary>
    public required string Title { get; init; }

    /// <summary>“quyền sử dụng nhãn hiệu chứng nhận”: what it certifies.</summary>
    public required string Subtitle { get; init; }

    /// <summary>The line that names the number.</summary>
    public required CertificateLine Number { get; init; }

    public required IReadOnlyList<CertificateLine> Lines { get; init; }

    /// <summary>Where and when it is signed, with open places where they are not known.</summary>
    public required string PlaceAndDay { get; init; }

    /// <summary>Over the open place for signature and seal.</summary>
    public required string Signer { get; init; }

    /// <summary>The absolute address in the QR code; one with a fragment says more than where to check, and gets a larger picture.</summary>
    public required string CheckAddress { get; init; }

    /// <summary>What stands beside the QR code: how to check, and the code to type.</summary>
    public required IReadOnlyList<string> CheckWords { get; init; }
}
