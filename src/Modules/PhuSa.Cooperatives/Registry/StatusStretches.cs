using PhuSa.Platform;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Registry;

/// <summary>
/// Which status held from which day on, as the papers tell it. A move without its day took effect some time before it was recorded: it is known from then
/// on, and what was so just before it is open.
/// </summary>
internal static class StatusStretches
{
    /// <returns>In the order of the days; a status that the papers leave open is null.</returns>
    public static List<(DateOnly From, CooperativeStatus? Status)> Of(IEnumerable<StatusMove> moves, IReadOnlyDictionary<Guid, DateOnly> recorded)
    {
        var stretches = new List<(DateOnly From, CooperativeStatus? Status)> { (DateOnly.MinValue, null) };
        foreach (var move in Valid(moves))
        {
            if (move.On is null)
            {
                stretches[^1] = (stretches[^1].From, null);
            }

            var from = move.On ?? recorded[move.StepId];
            stretches.RemoveAll(stretch => stretch.From >= from);
            stretches.Add((from, move.Status));
        }

        return stretches;
    }

    /// <summary>On which Vietnamese day each step was recorded, by its id.</summary>
    public static IReadOnlyDictionary<Guid, DateOnly> Recorded(IEnumerable<Step> steps) => steps.ToDictionary(step => step.Id, step => DateOnly.FromDateTime(VietnamTime.Local(step.At)));

    /// <summary>
    /// In the order of recording. A correction takes back what was recorded before it, for every day; a move that was recorded without its day is the same as
    /// the one behind it that tells the day.
    /// </summary>
    public static List<StatusMove> Valid(IEnumerable<StatusMove> moves)
    {
        var told = moves.OrderBy(move => move.Id).ToList();
        var valid = told[(told.FindLastIndex(move => move.Status == CooperativeStatus.Unknown) + 1)..];
        return [.. valid.Where((move, at) => move.On is not null || at + 1 == valid.Count || valid[at + 1].Status != move.Status)];
    }
}
