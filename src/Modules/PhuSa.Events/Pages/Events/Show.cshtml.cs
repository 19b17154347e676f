using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Events.Events;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Events.Pages.Events;

internal sealed class ShowModel(AppDbContext db, IOrganisations organisations, IPlaces places) : PageModel
{
    public EventFact Fact { get; private set; } = null!;

    public StatusFacts Status => EventFlow.Table[Fact.Status];

    public IReadOnlyList<(string Label, string? Value)> Facts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Set<Event>().Where(e => e.Slug == slug).AsFacts().SingleOrDefaultAsync(cancellationToken) is not { } fact)
        {
            return NotFound();
        }

        Fact = fact;
        var facts = new List<(string Label, string? Value)>
        {
            ("Thời gian tổ chức", fact.HeldAt.IsKnown ? fact.HeldAt.ToString() : null),
            ("Nơi tổ chức", fact.Venue),
            ("Đơn vị tổ chức", await OrganiserAsync(fact.OrganiserId, cancellationToken)),
            ("Nguồn", fact.Source),
        };
        if (fact.DisplayTopic is not null)
        {
            facts.Insert(0, ("Chủ đề theo nguồn", fact.Topic));
        }

        if (fact.PlaceId is { } place)
        {
            facts.Insert(facts.Count - 2, ("Địa bàn", (await places.OfAsync([place], cancellationToken)).GetValueOrDefault(place)?.FullName));
        }

        Facts = facts;
        return Page();
    }

    private async Task<string?> OrganiserAsync(Guid? id, CancellationToken cancellationToken) =>
        id is { } known ? (await organisations.OfAsync([known], cancellationToken)).GetValueOrDefault(known)?.Name : null;
}
