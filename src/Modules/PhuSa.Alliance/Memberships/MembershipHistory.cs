using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Memberships;

/// <summary>An organisation on the list of a decision that stands.</summary>
/// <param name="On">The day of signing, as exactly as known: from it the organisation is a member.</param>
/// <param name="AnnouncedOn">The ceremony. Where the day of signing is not known, the decision was signed by then.</param>
internal sealed record Joining(Guid AdmissionId, Guid DecisionId, string ClassCode, RecordTime On, RecordTime AnnouncedOn)
{
    /// <summary>The first day on which it may have been in force; null: nobody can say.</summary>
    public DateOnly? Earliest => On.From;

    /// <summary>From this day on it surely was; null where not even the ceremony is known.</summary>
    public DateOnly? Latest => On.To ?? AnnouncedOn.To;
}

/// <summary>Something that happened to a membership by an act of its own.</summary>
/// <param name="On">The first day of the new state.</param>
internal sealed record Happening(Guid StepId, MembershipAction Action, DateOnly On);

/// <summary>A stretch of days in one class, both ends included.</summary>
/// <param name="From">The day of signing as exactly as known.</param>
/// <param name="Earliest">Before this day it surely was not; null: nobody can say.</param>
/// <param name="Latest">From this day on it surely was; null: nobody can say.</param>
/// <param name="To">The last day; null while it lasts.</param>
/// <param name="EndedBy">What ended it; null while it lasts.</param>
internal sealed record Term(Guid DecisionId, string ClassCode, RecordTime From, DateOnly? Earliest, DateOnly? Latest, DateOnly? To, MembershipAction? EndedBy)
{
    public Truth Covers(DateOnly day) =>
        day > To || day < Earliest ? Truth.No : Latest is { } sure && day >= sure ? Truth.Yes : Truth.Unknown;
}

/// <summary>Days without a member's rights.</summary>
internal sealed record Suspension(DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => day >= From && (To is not { } last || day <= last);
}

/// <summary>How an organisation stands on one day.</summary>
/// <param name="State">Null: not a member yet, or it cannot be said.</param>
/// <param name="Term">The term of the day; null where there is none.</param>
internal sealed record Standing(MembershipState? State, Term? Term, bool IsUnknown = false)
{
    public bool IsMember => State is MembershipState.Member or MembershipState.Suspended;
}

/// <summary>
/// The terms of one organisation, computed from the decisions that admit it and from what happened since. Two terms never overlap, because each
/// begins by ending the one before: nothing that is stored could say otherwise.
/// </summary>
internal sealed class MembershipHistory
{
    private readonly List<Term> _terms = [];
    private readonly List<Guid> _entries = [];
    private readonly List<Suspension> _suspensions = [];
    private readonly List<(DateOnly On, MembershipState State)> _ends = [];
    private DateOnly? _suspendedFrom;

    private MembershipHistory()
    {
    }

    public IReadOnlyList<Term> Terms => _terms;

    /// <summary>The rows of lists by which it became a member, for the first time or again; not those that name a member anew or move it to another class.</summary>
    public IReadOnlyList<Guid> Entries => _entries;

    public IReadOnlyList<Suspension> Suspensions => _suspensions;

    /// <summary>The day of the latest thing that is known to have happened.</summary>
    public DateOnly? Last { get; private set; }

    public static MembershipHistory Of(IEnumerable<Joining> joinings, IEnumerable<Happening> happenings)
    {
        var history = new MembershipHistory();
        var events = joinings.Select(j => (On: j.Latest ?? j.Earliest ?? DateOnly.MinValue, Order: 0, Id: j.AdmissionId, Joining: (Joining?)j, Happening: (Happening?)null))
            .Concat(happenings.Select(h => (h.On, Order: 1, Id: h.StepId, Joining: (Joining?)null, Happening: (Happening?)h)));
        foreach (var (on, _, _, joining, happening) in events.OrderBy(e => e.On).ThenBy(e => e.Order).ThenBy(e => e.Id))
        {
            if (joining is not null)
            {
                history.Join(joining, on);
            }
            else
            {
                history.Happen(happening!.Action, on);
            }

            history.Last = on > DateOnly.MinValue ? on : history.Last;
        }

        if (history._suspendedFrom is { } still)
        {
            history._suspensions.Add(new Suspension(still, To: null));
        }

        return history;
    }

    /// <summary>
    /// “Thành viên từ …”: the day of the first of the terms that follow each other without a day between them, so that a move between classes begins
    /// nothing anew and coming back does.
    /// </summary>
    /// <returns>Null where that day is not known, or there is no term.</returns>
    public string? Since(Term? term)
    {
        if (term is null)
        {
            return null;
        }

        var first = term;
        foreach (var before in _terms.AsEnumerable().Reverse().SkipWhile(t => t != term).Skip(1).TakeWhile(t => t.EndedBy == MembershipAction.Reclassify))
        {
            first = before;
        }

        return first.From.IsKnown ? first.From.ToString() : null;
    }

    public Standing On(DateOnly day)
    {
        Term? open = null;
        foreach (var term in _terms)
        {
            var covers = term.Covers(day);
            if (covers == Truth.Yes)
            {
                return new Standing(_suspensions.Exists(s => s.Covers(day)) ? MembershipState.Suspended : MembershipState.Member, term);
            }

            open = covers == Truth.Unknown ? term : open;
        }

        if (open is not null)
        {
            return new Standing(null, open, IsUnknown: true);
        }

        var ended = _ends.FindLastIndex(end => end.On <= day);
        return new Standing(ended < 0 ? null : _ends[ended].State, null);
    }

    private void Join(Joining joining, DateOnly on)
    {
        // A list may name a member again in the class it is in: nothing begins anew.
        if (_terms is [.., { To: null } current] && current.ClassCode == joining.ClassCode)
        {
            return;
        }

        if (_terms is not [.., { To: null }])
        {
            _entries.Add(joining.AdmissionId);
        }

        // Signed in a month that is known, or on a day that is not: the class before lasted until the new one surely began.
        End(on, MembershipAction.Reclassify);
        var before = _terms.Count == 0 ? null : _terms[^1].To;
        var earliest = joining.Earliest is { } first && (before is not { } last || first > last) ? first : before?.AddDays(1);
        _terms.Add(new Term(joining.DecisionId, joining.ClassCode, joining.On, earliest, joining.Latest, To: null, EndedBy: null));
    }

    private void Happen(MembershipAction action, DateOnly on)
    {
        // What is told of somebody who is no member, or is suspended already, changes nothing: a decision may have been voided since.
        if (_terms is not [.., { To: null }])
        {
            return;
        }

        switch (action)
        {
            case MembershipAction.Suspend:
                _suspendedFrom ??= on;
                break;
            case MembershipAction.Restore:
                CloseSuspension(on);
                break;
            case MembershipAction.Withdraw or MembershipAction.Exclude:
                End(on, action);
                _ends.Add((on, action == MembershipAction.Withdraw ? MembershipState.Withdrawn : MembershipState.Excluded));
                break;
        }
    }

    /// <summary>The open term ends the day before; one that would end before it began was none.</summary>
    private void End(DateOnly on, MembershipAction by)
    {
        CloseSuspension(on);
        if (_terms is not [.., { To: null } current])
        {
            return;
        }

        _terms.RemoveAt(_terms.Count - 1);
        if (on > (current.Latest ?? current.Earliest ?? DateOnly.MinValue))
        {
            _terms.Add(current with { To = on.AddDays(-1), EndedBy = by });
        }
    }

    private void CloseSuspension(DateOnly on)
    {
        if (_suspendedFrom is { } from && on > from)
        {
            _suspensions.Add(new Suspension(from, on.AddDays(-1)));
        }

        _suspendedFrom = null;
    }
}
