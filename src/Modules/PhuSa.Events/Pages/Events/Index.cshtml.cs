using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Events.Events;
using PhuSa.Events.Figures;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Events.Pages.Events;

/// <summary>The events of one kind, newest first, those without a date last.</summary>
internal sealed record EventGroup(string Name, IReadOnlyList<EventLine> Rows)
{
    public string Anchor => Slug.From(Name);
}

internal sealed record EventLine(EventFact Fact, string? Organiser)
{
    public StatusFacts Status => EventFlow.Table[Fact.Status];
}

internal sealed class IndexModel(AppDbContext db, IOrganisations organisations) : PageModel
{
    public IReadOnlyList<EventGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var events = await db.Set<Event>().AsFacts().ToListAsync(cancellationToken);
        var organisers = await organisations.OrganisersOf(events, cancellationToken);
        Groups =
        [
            .. events.GroupBy(e => e.Kind).OrderBy(group => group.Key).Select(group => new EventGroup(
                EventFlow.Name(group.Key),
                [.. group.Select(e => new EventLine(e, e.OrganiserId is { } id ? organisers.GetValueOrDefault(id)?.Name : null))])),
        ];
    }
}
