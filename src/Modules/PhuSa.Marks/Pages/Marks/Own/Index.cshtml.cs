using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Applications;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;

namespace PhuSa.Marks.Pages.Marks.Own;

/// <summary>On a phone: each right of the organisation, its applications, and what is next in them.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(GrantDesk desk, ApplicationDesk applications, ApplicationList list) : PageModel
{
    public bool HasMarks { get; private set; }

    public IReadOnlyList<(MarkGrant Grant, string Mark, GrantStanding Standing)> Rights { get; private set; } = [];

    public IReadOnlyList<ApplicationLine> Lines { get; private set; } = [];

    public IEnumerable<ApplicationLine> Waiting => Lines.Where(line => line.Application.Status == MarkApplicationStatus.Supplementing);

    /// <summary>What its holder does next; a key of the English table. Null where nothing is to be done.</summary>
    public static string? NextOf(GrantState state) => state switch
    {
        GrantState.Expiring => "Sắp hết hạn: liên hệ cơ quan quản lý nhãn hiệu để gia hạn.",
        GrantState.Expired => "Đã hết hạn: muốn dùng tiếp thì xin gia hạn hoặc nộp đơn mới.",
        GrantState.Suspended => "Đang tạm dừng: khắc phục điều đã được nêu rồi báo cơ quan quản lý nhãn hiệu.",
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var own = desk.Person.OrganisationId;
        var marks = await applications.MarksAsync(cancellationToken);
        HasMarks = marks.Count > 0;
        var names = marks.ToDictionary(mark => mark.Id, mark => mark.Name);
        var grants = await desk.Db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => g.HolderId == own).OrderBy(g => g.ProductKey).ThenBy(g => g.Id).ToListAsync(cancellationToken);
        Rights = [.. grants.Select(grant => (grant, names[grant.MarkId], GrantStanding.On(desk.Today, grant.Status, grant.ExpiresOn, grant.GivenOn.From)))];
        Lines = await list.OfAsync(own, cancellationToken);
    }
}
