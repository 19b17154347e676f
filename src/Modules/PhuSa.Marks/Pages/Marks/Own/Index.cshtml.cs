using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Applications;
using PhuSa.Marks.Ceremonies;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Office;

namespace PhuSa.Marks.Pages.Marks.Own;

/// <summary>On a phone: each right of the organisation, its applications, and what is next in them.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(GrantDesk desk, ApplicationDesk applications, InspectionDesk inspections, CeremonyDesk ceremonies, ApplicationList list) : PageModel
{
    public bool HasMarks { get; private set; }

    public IReadOnlyList<(MarkGrant Grant, string Mark, GrantStanding Standing)> Rights { get; private set; } = [];

    /// <summary>Inspections of which the organisation is told.</summary>
    public IReadOnlyList<InspectionVisit> Visits { get; private set; } = [];

    /// <summary>Where the certificate of a right was handed over.</summary>
    public IReadOnlyDictionary<Guid, HandoverCeremony> Ceremonies { get; private set; } = new Dictionary<Guid, HandoverCeremony>();

    public IReadOnlyList<ApplicationLine> Lines { get; private set; } = [];

    public IEnumerable<ApplicationLine> Waiting => Lines.Where(line => line.Application.Status == MarkApplicationStatus.Supplementing);

    /// <summary>What its holder does next; a key of the English table. Null where nothing is to be done.</summary>
    public static string? NextOf(MarkGrant grant, GrantState state) => state switch
    {
        GrantState.Expired when grant.Status == GrantStatus.Suspended => "Đã hết hạn khi đang tạm dừng: khắc phục điều đã được nêu, được dùng lại rồi mới xin gia hạn được.",
        GrantState.Expiring => "Sắp hết hạn: làm đơn xin gia hạn trước khi hết hạn.",
        GrantState.Expired => "Đã hết hạn: muốn dùng tiếp thì làm đơn xin gia hạn.",
        GrantState.Suspended => "Đang tạm dừng: khắc phục điều đã được nêu rồi báo cơ quan quản lý nhãn hiệu.",
        _ => null,
    };

    /// <returns>What led to the present suspension, and the last day to put it right where one was set; null where the right is not suspended.</returns>
    public static (string? Why, DateOnly? RemedyBy)? SuspensionOf(MarkGrant grant) => grant.Status == GrantStatus.Suspended && grant.Acts.Where(act => act.Action == GrantAction.Suspend).MaxBy(act => act.On) is { } act
        ? (grant.Steps.FirstOrDefault(step => step.Id == act.Id)?.Why, act.Until)
        : null;

    /// <returns>The last day on which a right that was revoked cannot be asked for again; null where that is over or none was set.</returns>
    public DateOnly? BannedUntil(MarkGrant grant) => grant.Status == GrantStatus.Revoked && grant.Acts.FirstOrDefault(act => act.Action == GrantAction.Revoke)?.Until is { } last && last >= desk.Today ? last : null;

    /// <returns>Whether its holder may ask for a new term.</returns>
    public bool MayAskAgain(MarkGrant grant) => grant.MayBeRenewed(desk.Today) && !Lines.Any(line => line.Application.IsOpen && line.Application.MarkId == grant.MarkId && line.Application.ProductKey == grant.ProductKey);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var own = desk.Person.OrganisationId;
        var marks = await applications.MarksAsync(cancellationToken);
        HasMarks = marks.Count > 0;
        var names = marks.ToDictionary(mark => mark.Id, mark => mark.Name);
        var grants = await desk.Db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => g.HolderId == own).OrderBy(g => g.ProductKey).ThenBy(g => g.Id).ToListAsync(cancellationToken);
        Rights = [.. grants.Select(grant => (grant, names[grant.MarkId], GrantStanding.On(desk.Today, grant.Status, grant.ExpiresOn, grant.GivenOn.From)))];
        Visits = await inspections.OwnAsync(own, cancellationToken);
        Ceremonies = await ceremonies.OfGrantsAsync([.. grants.Select(grant => grant.Id)], cancellationToken);
        Lines = await list.OfAsync(own, cancellationToken);
    }
}
