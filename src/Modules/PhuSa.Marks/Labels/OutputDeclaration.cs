using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Labels;

/// <summary>What a holder says it will make.</summary>
/// <param name="LabelsPerUnit">How many labels one unit of output needs; null where nobody has said.</param>
/// <param name="Source">The letter or form that says so; null where not known.</param>
internal sealed record DeclaredOutput(DateOnly From, DateOnly To, decimal Quantity, string Unit, decimal? LabelsPerUnit, string? Source);

/// <summary>The output that a holder declares for a period: labels are issued against it. Never changed; a wrong one is withdrawn with a reason.</summary>
internal sealed class OutputDeclaration : IJournaled
{
    public const int UnitMaxLength = 40;
    public const int SourceMaxLength = 300;
    public const int Decimals = 4;
    public const decimal Most = 1_000_000_000;

    private OutputDeclaration()
    {
    }

    public OutputDeclaration(Guid id, Guid grantId, DeclaredOutput output, Actor by, DateTime now)
    {
        Id = id;
        GrantId = grantId;
        (FromDay, ToDay, Quantity, Unit, LabelsPerUnit, Source) = (output.From, output.To, output.Quantity, output.Unit, output.LabelsPerUnit, output.Source);
        (By, At) = (by.Name, now);
    }

    public Guid Id { get; private init; }

    public Guid GrantId { get; private init; }

    public DateOnly FromDay { get; private init; }

    public DateOnly ToDay { get; private init; }

    public decimal Quantity { get; private init; }

    public string Unit { get; private init; } = "";

    public decimal? LabelsPerUnit { get; private init; }

    public string? Source { get; private init; }

    public string By { get; private init; } = "";

    public DateTime At { get; private init; }

    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnWhy { get; private set; }

    public int Version { get; private set; }

    public bool IsStanding => WithdrawnAt is null;

    /// <summary>How many labels the output needs, whole ones; null where nobody has said how many a unit needs.</summary>
    public long? Allowance => LabelsPerUnit is { } perUnit ? (long)Math.Floor(Quantity * perUnit) : null;

    public string JournalTitle => $"Sản lượng {VietnamTime.Written(FromDay)} – {VietnamTime.Written(ToDay)}";

    /// <exception cref="RefusedException">It was withdrawn already.</exception>
    public void Withdraw(string why, DateTime now)
    {
        if (!IsStanding)
        {
            throw new RefusedException("Bản khai sản lượng này đã được rút.");
        }

        (WithdrawnAt, WithdrawnWhy) = (now, why);
    }
}
