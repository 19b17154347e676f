using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Grants;
using PhuSa.Platform.Data;
using static PhuSa.Marks.Filings.FilingStage;

namespace PhuSa.Marks.Filings;

/// <summary>How a filing stands on a day, in words.</summary>
/// <param name="Due">The last day for what comes next; null where there is none, or it is not known.</param>
/// <param name="Ends">The last day of a registration; null where there is none, or it is not known.</param>
internal sealed record FilingStanding(string Word, string Tone, DateOnly? Due, DateOnly? Ends, bool IsLate, bool IsEnding);

/// <summary>The lengths of the regimes, with the days that follow from them. What a regime does not tell, no day is made of.</summary>
internal sealed class FilingCalendar(IReadOnlyList<FilingRegime> regimes)
{
    /// <summary>“Có hiệu lực” never follows from a term that nobody knows.</summary>
    public const string TermNotKnown = "Đã cấp văn bằng – thời hạn: chưa có dữ liệu";

    public const string Past = "Đã qua thời hạn văn bằng, chưa ghi gia hạn";
    public const string Ending = "Văn bằng sắp hết thời hạn";

    public static async Task<FilingCalendar> ReadAsync(AppDbContext db, CancellationToken cancellationToken) =>
        new(await db.Set<FilingRegime>().AsNoTracking().ToListAsync(cancellationToken));

    /// <returns>The regime in force on a day; null where none is on record for it, or the day is not known.</returns>
    public FilingRegime? On(DateOnly? day) =>
        day is null ? null : regimes.Where(regime => regime.ValidFrom is null || regime.ValidFrom <= day).MaxBy(regime => regime.ValidFrom ?? DateOnly.MinValue);

    /// <returns>The term that runs in a stage, with the move from which it runs; null where nothing is waited for.</returns>
    public static (FilingTerm Term, FilingAction From)? Running(FilingStage stage) => stage switch
    {
        Filed => (FilingTerm.FormalExamination, FilingAction.FileApplication),
        FormAccepted => (FilingTerm.Publication, FilingAction.AcceptForm),
        Published or Examining => (FilingTerm.SubstantiveExamination, FilingAction.PublishApplication),
        Opposed => (FilingTerm.OppositionAnswer, FilingAction.Oppose),
        GrantIntended => (FilingTerm.FeePayment, FilingAction.AnnounceGrant),
        FeePaid => (FilingTerm.Certificate, FilingAction.PayRegistrationFee),
        _ => null,
    };

    public DateOnly? DueOf(CollectiveMark mark) =>
        Running(mark.Status) is { } running && mark.DayOf(running.From) is { } from ? On(mark.FiledOn)?.Of(running.Term)?.After(from) : null;

    /// <summary>So many terms from the filing as there are: the first, and one for each renewal.</summary>
    public DateOnly? EndOf(CollectiveMark mark) => mark.Status is Registered or Lapsed && mark.FiledOn is { } filed
        ? On(filed)?.Of(FilingTerm.Validity)?.After(filed, 1 + mark.Acts.Count(act => act.Action == FilingAction.RenewRegistration))
        : null;

    public FilingStanding StandingOf(CollectiveMark mark, DateOnly today)
    {
        var facts = FilingFlow.Table[mark.Status];
        var (due, ends) = (DueOf(mark), EndOf(mark));
        return mark.Status != Registered ? new FilingStanding(facts.PublicName, facts.Tone, due, ends, due < today, IsEnding: false)
            : ends is not { } last ? new FilingStanding(TermNotKnown, "unknown", due, ends, IsLate: false, IsEnding: false)
            : last < today ? new FilingStanding(Past, "stop", due, ends, IsLate: false, IsEnding: false)
            : last <= today.AddDays(GrantStanding.ReminderDays[0]) ? new FilingStanding(Ending, "act", due, ends, IsLate: false, IsEnding: true)
            : new FilingStanding(facts.PublicName, facts.Tone, due, ends, IsLate: false, IsEnding: false);
    }
}
