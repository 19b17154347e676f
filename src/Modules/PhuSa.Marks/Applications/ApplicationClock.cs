using PhuSa.Marks.Regulations;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Applications;

/// <summary>What is due next in an application, and by whom.</summary>
/// <param name="On">The last day; null where the regulation sets none.</param>
/// <param name="Stands">The office's clock stands while the applicant supplements.</param>
internal sealed record ApplicationDue(DateOnly? On, bool Stands)
{
    public bool IsLate(DateOnly today) => On < today;
}

/// <summary>
/// The office's clock in Vietnamese working days: it counts from the day after the submission, stands from the day a supplement is asked until the day it
/// comes, and after a good result gives the days that the regulation has for issuing.
/// </summary>
internal static class ApplicationClock
{
    /// <returns>Null where nobody has to do anything by a day: a draft, or one that was decided.</returns>
    public static ApplicationDue? Of(MarkApplication application, MarkRegulation? regulation) => application.Status switch
    {
        MarkApplicationStatus.Supplementing => new ApplicationDue(application.Asked?.Until, Stands: true),
        MarkApplicationStatus.Checked or MarkApplicationStatus.Sampled when application.Result is { Passed: true } good && regulation?.IssueDays is { } days => new ApplicationDue(WorkingDays.Add(good.On, days), Stands: false),
        MarkApplicationStatus.Submitted or MarkApplicationStatus.Complete or MarkApplicationStatus.Checked or MarkApplicationStatus.Sampled => new ApplicationDue(Appraised(application, regulation), Stands: false),
        _ => null,
    };

    /// <returns>The working days during which the clock stood; null where it still stands.</returns>
    public static int? Stood(MarkApplication application) =>
        application.Asked is not { } asked ? 0 : application.Supplemented is { } answered ? WorkingDays.Between(asked.On, answered.On) : null;

    private static DateOnly? Appraised(MarkApplication application, MarkRegulation? regulation) =>
        application.SubmittedOn is { } from && regulation?.AppraisalDays is { } days && Stood(application) is { } stood ? WorkingDays.Add(from, days + stood) : null;
}
