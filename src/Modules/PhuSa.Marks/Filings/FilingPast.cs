using PhuSa.Marks.CollectiveMarks;
using PhuSa.Platform;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Filings;

/// <summary>How far a filing had come on a day.</summary>
/// <param name="IsBegun">Whether it had begun by then.</param>
/// <param name="Stage">Null where nobody can tell.</param>
internal sealed record FilingOnDay(Truth IsBegun, FilingStage? Stage);

/// <summary>The stage of a filing on a day, from the days of its moves and, for what has no day, from when it was put on record.</summary>
internal static class FilingPast
{
    public static FilingOnDay On(this CollectiveMark mark, DateOnly day)
    {
        if (mark.Status == FilingStage.Unknown)
        {
            return new(Truth.Unknown, null);
        }

        // Put on record so by that day, and nothing has happened since.
        var recorded = mark.Steps.MaxBy(step => (step.At, step.Id))!;
        var acts = mark.Acts.OrderBy(act => act.On).ThenBy(act => act.Action).ToList();
        if (DateOnly.FromDateTime(VietnamTime.Local(recorded.At)) <= day || (acts.Count > 0 && acts[^1].On <= day && StageAfter(acts[^1]) == mark.Status))
        {
            return new(Truth.Yes, mark.Status);
        }

        var before = acts.FindLast(act => act.On <= day);
        if (before is null)
        {
            // Where the preparation has no day, a mark that was filed later had begun to be filed no sooner than that.
            var begun = mark.DayOf(FilingAction.Prepare) ?? mark.FiledOn;
            return new(begun > day ? Truth.No : Truth.Unknown, null);
        }

        // Between two moves that follow each other there is nothing else; where one in between has no day, nobody can tell.
        var after = acts.Find(act => act.On > day);
        var stage = StageAfter(before);
        return new(Truth.Yes, after is not null && FilingFlow.Table.Next(stage, after.Action) is not null ? stage : null);
    }

    private static FilingStage StageAfter(FilingAct act) => act.Action switch
    {
        FilingAction.AnswerOpposition => FilingStage.Examining,
        FilingAction.RenewRegistration => FilingStage.Registered,
        var action => FilingFlow.StageAfter(action),
    };
}
