using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Alliance.Register;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Decisions;

/// <summary>Why a row is taken off a signed list, and by which paper, letter for letter.</summary>
internal sealed record Correction(string Source, string Why);

/// <summary>
/// One row of the list of a decision. A row that should never have stood there is taken off without voiding the decision: it is kept with who took it off,
/// when, why and by which paper, and nothing follows from it any more.
/// </summary>
internal abstract class ListedRow
{
    public const int SourceMaxLength = AllianceColumns.SourceMaxLength;

    /// <summary>Vietnamese; the key of its English.</summary>
    public const string OffWord = "Đã đưa ra khỏi danh sách";

    /// <summary>UTC; null while the row stands.</summary>
    public DateTime? OffAt { get; private set; }

    public string? OffBy { get; private set; }

    public string? OffWhy { get; private set; }

    public string? OffSource { get; private set; }

    public bool IsOff => OffAt is not null;

    /// <exception cref="RefusedException">Somebody took it off already.</exception>
    public void TakeOff(Correction correction, Actor by, DateTime now)
    {
        if (IsOff)
        {
            throw new RefusedException("Dòng này đã được đưa ra khỏi danh sách.");
        }

        (OffAt, OffBy, OffWhy, OffSource) = (now, by.Name, correction.Why, correction.Source);
    }

    /// <summary>It was taken off by mistake: it is as if it had stood all the time. Why, and who had taken it off, stays in the steps and the journal.</summary>
    /// <exception cref="RefusedException">It stands on the list.</exception>
    public void PutBack()
    {
        if (!IsOff)
        {
            throw new RefusedException("Dòng này đang có trong danh sách.");
        }

        (OffAt, OffBy, OffWhy, OffSource) = (null, null, null, null);
    }
}

/// <summary>The mapping that the rows of both kinds of lists share.</summary>
internal static class ListedRowMapping
{
    public static void IsListedRow<TRow>(this EntityTypeBuilder<TRow> builder)
        where TRow : ListedRow
    {
        builder.Ignore(row => row.IsOff);
        builder.Property(row => row.OffBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(row => row.OffWhy).HasMaxLength(Step.WhyMaxLength);
        builder.Property(row => row.OffSource).HasMaxLength(ListedRow.SourceMaxLength);
    }
}
