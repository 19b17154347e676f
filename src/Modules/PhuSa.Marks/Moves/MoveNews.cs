using PhuSa.Platform;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Moves;

/// <summary>What an officer says of a move besides who recorded it and when.</summary>
/// <param name="On">The day on which it happened, as the paper says.</param>
/// <param name="Why">The reason, or what it rests on; null where the paper says it.</param>
/// <param name="PaperId">Null where there is none, or it is still to come.</param>
internal sealed record MoveNews(DateOnly On, string? Why, Guid? PaperId = null)
{
    /// <summary>The reason as it is kept; null where none is given.</summary>
    public string? Said => string.IsNullOrWhiteSpace(Why) ? null : Why.Trim();

    /// <returns>Why a paper cannot be put to a move.</returns>
    public static RefusedException HasItsPaper() => new("Việc này không có trong hồ sơ, hoặc đã có văn bản.");

    /// <param name="needsReason">A paper alone does not do.</param>
    /// <exception cref="RefusedException">Nothing says why.</exception>
    public void MustSayWhy(bool needsReason = true)
    {
        if (Said is null && (needsReason || PaperId is null))
        {
            throw new RefusedException(needsReason ? "Ghi lý do của việc này." : "Ghi căn cứ của việc này, hoặc số văn bản.");
        }
    }

    /// <exception cref="RefusedException">No reason is given.</exception>
    public MoveNews Reasoned()
    {
        MustSayWhy();
        return this;
    }

    /// <param name="last">The day of the last move on record; null where there is none.</param>
    /// <exception cref="RefusedException">The day is ahead, or before the last.</exception>
    public void MustFit(DateOnly? last, DateTime now)
    {
        if (On > DateOnly.FromDateTime(VietnamTime.Local(now)))
        {
            throw new RefusedException("Ngày của việc này không thể sau hôm nay.");
        }

        MustFollow(last);
    }

    /// <exception cref="RefusedException">The day is before the last.</exception>
    public void MustFollow(DateOnly? last)
    {
        if (last is { } before && On < before)
        {
            throw new RefusedException("Ngày của việc này không được sớm hơn việc đã ghi gần nhất ({0:dd/MM/yyyy}).", before);
        }
    }
}
