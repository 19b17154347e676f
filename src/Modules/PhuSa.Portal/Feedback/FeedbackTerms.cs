using PhuSa.Platform;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Feedback;

/// <summary>Until when feedback is answered: working days that the agency has set for its site. Where it has set none the office still counts, and nobody is promised anything.</summary>
internal static class FeedbackTerms
{
    /// <summary>For the office where the agency has set nothing.</summary>
    public const int Usual = 10;

    public const int Longest = 60;

    /// <returns>What came before this instant (UTC) under the usual term is overdue today.</returns>
    public static DateTime OverdueBefore(DateOnly today)
    {
        // Walks back until the term ends today; over Tết that is more than two weeks.
        var day = today.AddDays(-Usual);
        while (WorkingDays.Add(day, Usual) >= today)
        {
            day = day.AddDays(-1);
        }

        return VietnamTime.Begin(day.AddDays(1));
    }

    /// <param name="days">Working days, as the site says; null: the usual.</param>
    public static DateOnly AnswerBy(DateTime createdAt, int? days = null) => WorkingDays.Add(DateOnly.FromDateTime(VietnamTime.Local(createdAt)), days ?? Usual);
}
