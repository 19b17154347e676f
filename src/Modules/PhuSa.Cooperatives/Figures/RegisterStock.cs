using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Figures;

/// <summary>A registered one as it stood at the end of a day. What its papers leave open is unknown.</summary>
internal sealed record StockLine(OrganisationRow Organisation, Truth Registered, Truth Active, CooperativeStatus? Status, SizeClass Size, int? SizeYear, bool ShowsStatus, bool ShowsSize, bool ShowsRating);

/// <summary>Reads who stood in the register on a day: registered and not yet ended, and of those who was at work.</summary>
internal sealed class RegisterStock(AppDbContext db, IOrganisations organisations, TimeProvider clock)
{
    private static readonly CooperativeStatus[] Ended = [CooperativeStatus.Dissolved, CooperativeStatus.MergedInto, CooperativeStatus.SplitInto];

    /// <param name="day">Null for today.</param>
    /// <param name="organisationId">Only this one; null for all.</param>
    /// <param name="kind">Only organisations of this kind; null for all.</param>
    /// <returns>In Vietnamese order of their names.</returns>
    public async Task<IReadOnlyList<StockLine>> OnAsync(DateOnly? day, Guid? organisationId, OrganisationKind? kind, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var on = day is { } asked && asked < today ? asked : today;
        var read = await db.Set<Cooperative>().AsNoTracking()
            .Where(c => organisationId == null || c.Id == organisationId)
            .Join(organisations.Rows.Where(o => kind == null || o.Kind == kind), c => c.Id, o => o.Id, (c, o) => new { Organisation = o, c.Founded, c.Status, c.Moves, c.Steps, c.Sector, c.Size, c.SizeYear, c.PublicItems })
            .AsSplitQuery()
            .ToListAsync(cancellationToken);

        // What was known of its size by then: the class on record is today's.
        var years = on == today ? null : await YearsAsync(organisationId, on, cancellationToken);
        var scale = years is null ? SizeScale.BuiltIn : await SizeScale.ReadAsync(db, cancellationToken);
        return
        [
            .. read.OrderBy(c => c.Organisation.Name, VietnameseOrder.Instance).ThenBy(c => c.Organisation.Code, StringComparer.Ordinal).Select(c =>
            {
                var recorded = StatusStretches.Recorded(c.Steps);
                var status = on == today ? c.Status : StatusStretches.Of(c.Moves, recorded).FindLast(stretch => stretch.From <= on).Status;
                var standing = on != today ? StandingOn(c.Moves, recorded, on) : Ended.Contains(c.Status) ? Truth.No : Truth.Yes;
                var registered = FoundedBy(c.Founded, on, today).And(standing);
                var active = status switch { null or CooperativeStatus.Unknown => Truth.Unknown, CooperativeStatus.Active => Truth.Yes, _ => Truth.No };
                (SizeVerdict Verdict, int? Year)? then = years is null ? null : scale.Latest(c.Sector, years[c.Organisation.Id], on);
                return new StockLine(c.Organisation, registered, registered.And(active), status, then?.Verdict.Class ?? c.Size, then is null ? c.SizeYear : then.Value.Year, c.PublicItems.Contains(nameof(PublicItem.Status)), c.PublicItems.Contains(nameof(PublicItem.SizeClass)), c.PublicItems.Contains(nameof(PublicItem.Rating)));
            }),
        ];
    }

    /// <returns>The figures of the years up to that day.</returns>
    private async Task<ILookup<Guid, CooperativeYear>> YearsAsync(Guid? organisationId, DateOnly on, CancellationToken cancellationToken) =>
        (await db.Set<CooperativeYear>().AsNoTracking().Where(year => (organisationId == null || year.CooperativeId == organisationId) && year.Year <= on.Year).ToListAsync(cancellationToken))
            .ToLookup(year => year.CooperativeId);

    /// <summary>What is in the register today has been founded, also where nobody wrote down when.</summary>
    private static Truth FoundedBy(RecordTime founded, DateOnly on, DateOnly today) =>
        on == today ? Truth.Yes
        : !founded.IsKnown ? Truth.Unknown
        : founded.To <= on ? Truth.Yes
        : founded.From > on ? Truth.No
        : Truth.Unknown;

    /// <returns>Whether it had not ended by that day: only the day of an ending decides, so a move of another kind without a day leaves nothing open.</returns>
    private static Truth StandingOn(IReadOnlyList<StatusMove> moves, IReadOnlyDictionary<Guid, DateOnly> recorded, DateOnly on)
    {
        var endings = StatusStretches.Valid(moves).FindAll(move => Ended.Contains(move.Status));
        return endings.Exists(move => (move.On ?? recorded[move.StepId]) <= on) ? Truth.No
            : endings.Exists(move => move.On is null) ? Truth.Unknown
            : Truth.Yes;
    }
}
