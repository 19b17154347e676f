using PhuSa.Platform;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Grants;

/// <summary>How a right stood on a day that is over, from its moves and the terms that renewals replaced.</summary>
internal static class GrantPast
{
    /// <returns>Null where nobody can say: it came on record in a state of which no day is known.</returns>
    public static GrantStanding? StandingOn(this MarkGrant grant, DateOnly day)
    {
        var status = grant.StatusOn(day);
        if (grant.GivenOn.From > day && status is not (GrantStatus.Revoked or GrantStatus.GivenUp))
        {
            return GrantStanding.Of(GrantState.NotYet);
        }

        var (begins, ends) = grant.TermOn(day);
        return status is { } known ? GrantStanding.On(day, known, ends, begins) : null;
    }

    /// <summary>The first day of the present state of a right, as its move says; null where it came on record so.</summary>
    public static GrantAct? Last(this MarkGrant grant) => grant.Acts.OrderBy(act => act.On).ThenBy(act => act.Id).LastOrDefault();

    private static (DateOnly? Begins, DateOnly? Ends) TermOn(this MarkGrant grant, DateOnly day)
    {
        (DateOnly? Begins, DateOnly? Ends) term = (grant.Begins, grant.ExpiresOn);
        foreach (var renewal in grant.Acts.Where(act => act.Action == GrantAction.Renew).OrderByDescending(act => act.On).ThenByDescending(act => act.Id))
        {
            if (term.Begins <= day)
            {
                break;
            }

            // Recorded ahead, while the old term lasted: from then on the right has no end there.
            if (renewal.On <= day && day <= renewal.EndedOn)
            {
                return (renewal.EndedFrom, term.Ends);
            }

            term = (renewal.EndedFrom, renewal.EndedOn);
        }

        return term;
    }

    private static GrantStatus? StatusOn(this MarkGrant grant, DateOnly day)
    {
        var moves = grant.Steps.OrderBy(step => step.From is not null).ThenBy(step => step.At).ThenBy(step => step.Id)
            .Select(step => (Day: grant.Acts.FirstOrDefault(act => act.Id == step.Id)?.On ?? DateOnly.FromDateTime(VietnamTime.Local(step.At)), To: Enum.Parse<GrantStatus>(step.To)))
            .ToList();
        var passed = moves.FindLast(move => move.Day <= day);
        var first = moves[0];
        return passed != default ? passed.To : first.To == GrantStatus.Granted ? GrantStatus.Granted : null;
    }
}
