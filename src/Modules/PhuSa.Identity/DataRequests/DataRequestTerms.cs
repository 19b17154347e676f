using PhuSa.Vietnamese;

namespace PhuSa.Identity.DataRequests;

/// <summary>
/// The clocks of a request (Decree 356/2025/NĐ-CP): the procedure confirmed within 2 working days, the request settled within 15 days, 20 where
/// third parties are concerned, extended once by at most 15. A term that ends on a day off ends on the next working day (Civil Code 2015, article 148).
/// </summary>
internal static class DataRequestTerms
{
    public const int WorkingDaysToConfirm = 2;
    public const int DaysToFinish = 15;
    public const int DaysWithThirdParties = 20;
    public const int MostExtension = 15;

    public static DateOnly ConfirmBy(DateOnly filedOn) => WorkingDays.Add(filedOn, WorkingDaysToConfirm);

    public static DateOnly FinishBy(DateOnly filedOn, bool thirdParties) => Working(filedOn.AddDays(thirdParties ? DaysWithThirdParties : DaysToFinish));

    public static DateOnly Working(DateOnly day) => WorkingDays.IsWorkingDay(day) ? day : WorkingDays.Add(day, 1);
}
