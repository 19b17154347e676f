using PhuSa.Identity.DataRequests;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Pages.Identity.Office.DataRequests;

/// <summary>One request with its clock and what may be done next.</summary>
internal sealed class ShowModel(AppDbContext db) : DataRequestPage(db)
{
    private static readonly (DataRequestAction Action, string Page)[] Pages =
        [(DataRequestAction.Confirm, "xac-nhan"), (DataRequestAction.Finish, "giai-quyet"), (DataRequestAction.Extend, "gia-han"), (DataRequestAction.Refuse, "tu-choi")];

    public IReadOnlyList<(DataRequestAction Action, string Page)> Next =>
        [.. Pages.Where(page => DataRequestFlow.Table.Next(DataRequest.Status, page.Action) is not null)];
}
