using PhuSa.Platform;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Figures;

/// <summary>Where a record stood on a day that is over, as its steps tell.</summary>
internal static class Standing
{
    /// <param name="day">A day in Việt Nam; its end is meant.</param>
    /// <param name="since">The day of the last step's deed; null where only the day of its recording is known, which all steps before count by.</param>
    /// <returns>What was recorded only later stood as it was recorded first.</returns>
    public static TStatus StoodOn<TStatus, TAction>(this Aggregate<TStatus, TAction> record, DateOnly day, DateOnly? since)
        where TStatus : struct, Enum
        where TAction : struct, Enum
    {
        var steps = record.Steps.OrderBy(step => step.At).ThenBy(step => step.From is not null).ThenBy(step => step.Id).ToList();
        return since <= day
            ? record.Status
            : Enum.Parse<TStatus>((steps.FindLast(step => !(since is not null && step == steps[^1]) && DateOnly.FromDateTime(VietnamTime.Local(step.At)) <= day) ?? steps[0]).To);
    }
}
