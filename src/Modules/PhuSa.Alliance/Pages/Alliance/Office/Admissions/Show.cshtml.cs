using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;
using PhuSa.Alliance.Requests;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Pages.Alliance.Office.Admissions;

/// <summary>One request: what it asks, what the room found, and what can be done next.</summary>
internal sealed class ShowModel(AllianceDesk desk, ClassNames classes) : PageModel
{
    public MembershipRequest Kept { get; private set; } = null!;

    public OrganisationFact Organisation { get; private set; } = null!;

    public MemberClass? Class { get; private set; }

    public StatusFacts Status => RequestFlow.Table[Kept.Status];

    /// <summary>The steps that the person may take now, by the word of their page.</summary>
    public IReadOnlyList<(RequestAction Action, string Word)> Next { get; private set; } = [];

    public IEnumerable<(string Word, Step Step)> Steps => Kept.Steps.OrderByDescending(s => s.At).ThenByDescending(s => s.Id)
        .Select(s => (Enum.TryParse<RequestAction>(s.Action, out var action) ? RequestFlow.Of(action) : "Nhận đề nghị", s));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.Db.Set<MembershipRequest>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } request)
        {
            return NotFound();
        }

        Kept = request;
        Organisation = await desk.FactAsync(request.OrganisationId, cancellationToken);
        Class = (await classes.AllAsync(cancellationToken)).Find(request.ClassCode);
        Next = desk.MayKeep ? [.. Keeping.RequestStepModel.Words.Where(word => RequestFlow.Table.Next(request.Status, word.Value) is not null).Select(word => (word.Value, word.Key))] : [];
        return Page();
    }
}
