using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Products;

/// <summary>How a product stands on a day.</summary>
internal enum OcopState
{
    /// <summary>No council has certified it by then.</summary>
    None,
    Valid,
    Soon,
    Expired,
    Revoked,

    /// <summary>Certified, and nobody can say for how long.</summary>
    Unknown,
}

/// <summary>What is known of one certificate, also of one that was revoked later.</summary>
internal sealed record OcopCertificate
{
    public required Guid EvaluationId { get; init; }

    public required Guid ProductId { get; init; }

    public int? Stars { get; init; }

    public OcopLevel? Level { get; init; }

    public Guid? DecisionId { get; init; }

    public string? DecisionNumber { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public string? Number { get; init; }

    public DateOnly? RevokedOn { get; init; }

    public DateOnly? LetterSentOn { get; init; }

    public DateOnly? ExpiresOn => DecidedOn is { } day ? OcopTerm.EndOf(day) : null;

    public bool IsRevokedBy(DateOnly day) => RevokedOn <= day;
}

/// <summary>How a product stands on a day, and by which certificate.</summary>
/// <param name="Word">The word a reader sees; the key of its English.</param>
/// <param name="Tone">Tone of the status tag.</param>
internal sealed record OcopStanding(OcopState State, string Word, string Tone, OcopCertificate? Certificate)
{
    /// <summary>Unknown is never shown as valid.</summary>
    public Truth Valid => State switch { OcopState.Valid or OcopState.Soon => Truth.Yes, OcopState.Unknown => Truth.Unknown, _ => Truth.No };

    public Truth Expired => State switch { OcopState.Expired => Truth.Yes, OcopState.Unknown => Truth.Unknown, _ => Truth.No };

    public static OcopStanding On(DateOnly day, IEnumerable<OcopCertificate> certificates)
    {
        var all = certificates.ToList();
        var latest = all.Where(c => c.DecidedOn <= day).OrderBy(c => c.DecidedOn).ThenBy(c => c.EvaluationId).LastOrDefault();
        if (latest is not null && !latest.IsRevokedBy(day) && latest.ExpiresOn >= day)
        {
            return latest.ExpiresOn <= day.AddDays(OcopTerm.SoonDays) ? Of(OcopState.Soon, latest) : Of(OcopState.Valid, latest);
        }

        // One of which no day is known may have come after the latest that is, and may still hold.
        var undated = all.Where(c => c.DecidedOn is null).OrderBy(c => c.EvaluationId).ToList();
        if (undated.Find(c => !c.IsRevokedBy(day)) is { } open)
        {
            return Of(OcopState.Unknown, open);
        }

        return (latest ?? undated.FirstOrDefault()) is not { } last ? Of(OcopState.None, null)
            : last.IsRevokedBy(day) ? Of(OcopState.Revoked, last)
            : Of(OcopState.Expired, last);
    }

    public static string WordOf(OcopState state) => state switch
    {
        OcopState.Valid => "Còn hiệu lực",
        OcopState.Soon => "Sắp hết hạn",
        OcopState.Expired => "Đã hết hạn",
        OcopState.Revoked => "Đã thu hồi",
        OcopState.Unknown => "Thời hạn chưa có dữ liệu",
        _ => "Chưa được chứng nhận",
    };

    private static OcopStanding Of(OcopState state, OcopCertificate? certificate) => new(state, WordOf(state), ToneOf(state), certificate);

    private static string ToneOf(OcopState state) => state switch
    {
        OcopState.Valid => "good",
        OcopState.Soon => "act",
        OcopState.Expired => "ended",
        OcopState.Revoked => "stop",
        OcopState.Unknown => "unknown",
        _ => "draft",
    };
}
