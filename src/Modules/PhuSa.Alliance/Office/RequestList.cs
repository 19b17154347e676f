using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Requests;
using PhuSa.Documents.Sheets;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Office;

/// <summary>Requests to join that wait for something, or those of one state: the same on the page and in the table to take away.</summary>
internal sealed class RequestList(AllianceDesk desk)
{
    public const string StateKey = "tinh-trang";

    public static IReadOnlyDictionary<string, RequestStatus> States { get; } = new Dictionary<string, RequestStatus>(StringComparer.Ordinal)
    {
        ["cho-tham-dinh"] = RequestStatus.Filed,
        ["da-tham-dinh"] = RequestStatus.Appraised,
        ["da-tra-lai"] = RequestStatus.Returned,
        ["trong-du-thao"] = RequestStatus.Listed,
        ["co-quyet-dinh"] = RequestStatus.Decided,
        ["da-rut"] = RequestStatus.TakenBack,
    };

    /// <returns>The state that the address asks for; null: those that wait for something.</returns>
    public static RequestStatus? StateOf(IQueryCollection query) => States.TryGetValue(query[StateKey].ToString(), out var state) ? state : null;

    public async Task<IReadOnlyDictionary<RequestStatus, int>> CountsAsync(CancellationToken cancellationToken) =>
        await desk.Db.Set<MembershipRequest>().GroupBy(r => r.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

    public async Task<(IReadOnlyList<MembershipRequest> Requests, IReadOnlyDictionary<Guid, OrganisationFact> Named)> OfAsync(RequestStatus? state, CancellationToken cancellationToken)
    {
        var requests = await desk.Db.Set<MembershipRequest>().AsNoTracking().AsSplitQuery()
            .Where(r => state == null ? RequestFlow.Open.Contains(r.Status) : r.Status == state)
            .OrderByDescending(r => r.ReceivedOn).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        return (requests, await desk.Organisations.OfAsync(requests.Select(r => r.OrganisationId), cancellationToken));
    }
}

/// <summary>The list of requests to take away.</summary>
internal sealed class RequestsSheet(RequestList list, ClassNames classes, Texts text) : ListSheet
{
    public override string FileName => "de-nghi-gia-nhap";

    public override string Title => "Đề nghị gia nhập";

    public override string Table => MembershipRequestConfiguration.Table;

    public override IReadOnlyList<string> Columns => ["Mã", "Tổ chức", "Loại hình", "Loại thành viên", "Phiếu, đơn đề nghị", "Ngày nhận", "Tình trạng"];

    public override async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> RowsAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        var (requests, named) = await list.OfAsync(RequestList.StateOf(query), cancellationToken);
        var words = await classes.AllAsync(cancellationToken);
        return [.. requests.Select(request => (IReadOnlyList<SheetCell>)
        [
            named[request.OrganisationId].Code,
            named[request.OrganisationId].Name,
            text[OrganisationKinds.Word(named[request.OrganisationId].Kind)],
            text[words.Of(request.ClassCode)],
            request.Slip,
            request.ReceivedOn,
            text[RequestFlow.Table[request.Status].PublicName],
        ])];
    }
}
