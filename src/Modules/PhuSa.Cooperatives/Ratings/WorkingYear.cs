using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Ratings;

/// <summary>
/// Whether a cooperative was at work through a year, from the moves of its status. A move without its day took effect some time before it was
/// recorded; until then nothing is known. The status that holds today is taken to hold on.
/// </summary>
internal sealed class WorkingYear
{
    private readonly List<(DateOnly From, Standing Standing)> _stretches;
    private readonly DateOnly _first;
    private readonly DateOnly _next;

    public WorkingYear(Cooperative cooperative, int year)
    {
        (_first, _next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        _stretches = StretchesOf(cooperative);
    }

    private enum Standing
    {
        Unknown,
        Working,
        Stopped,
        Ended,
    }

    /// <summary>It has surely ended by the last day of the year.</summary>
    public bool IsEnded => _stretches.FindLast(stretch => stretch.From < _next).Standing == Standing.Ended;

    /// <summary>Whether it stood still for longer within the year. The rule asks for no unbroken stop, so several are added up.</summary>
    public Truth StoppedLongerThan(int months) =>
        AreLonger(months, standing => standing is Standing.Stopped or Standing.Ended) ? Truth.Yes
        : AreLonger(months, standing => standing != Standing.Working) ? Truth.Unknown
        : Truth.No;

    /// <summary>Months are of different lengths: the stops are laid end to end from the first day of the first, and so many months are counted from there.</summary>
    private bool AreLonger(int months, Func<Standing, bool> counts)
    {
        DateOnly? begun = null;
        var days = 0;
        for (var at = 0; at < _stretches.Count; at++)
        {
            var from = Later(_stretches[at].From, _first);
            var until = at + 1 < _stretches.Count ? Earlier(_stretches[at + 1].From, _next) : _next;
            if (until <= from || !counts(_stretches[at].Standing))
            {
                continue;
            }

            begun ??= from;
            days += until.DayNumber - from.DayNumber;
        }

        return begun is { } since && since.AddDays(days) > since.AddMonths(months);
    }

    private static List<(DateOnly From, Standing Standing)> StretchesOf(Cooperative cooperative) =>
        StatusStretches.Of(cooperative.Moves, StatusStretches.Recorded(cooperative.Steps)).ConvertAll(stretch => (stretch.From, StandingOf(stretch.Status)));

    /// <summary>Whether one that is being dissolved still works its papers do not say.</summary>
    private static Standing StandingOf(CooperativeStatus? status) => status switch
    {
        CooperativeStatus.Active => Standing.Working,
        CooperativeStatus.Suspended => Standing.Stopped,
        CooperativeStatus.Dissolved or CooperativeStatus.MergedInto or CooperativeStatus.SplitInto => Standing.Ended,
        _ => Standing.Unknown,
    };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
