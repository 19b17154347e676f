using PhuSa.Platform;
using PhuSa.Platform.Notices;

namespace PhuSa.Identity.DataRequests;

/// <summary>Tells the administrators of a request and the person of its answer, where the house has notices.</summary>
internal sealed class DataRequestNotices(IEnumerable<INotices> notices)
{
    public async Task FiledAsync(DataRequest request, CancellationToken cancellationToken)
    {
        var notice = new Notice("Có yêu cầu mới về dữ liệu cá nhân; xác nhận trước hết ngày {0}.", [VietnamTime.Written(request.ConfirmBy)], $"/quan-tri/yeu-cau-du-lieu/{request.Id}", Urgency.Urgent, $"data-request:{request.Id:N}");
        foreach (var each in notices)
        {
            await each.TellHoldersAsync(IdentityRights.DataRequests, organisationId: null, notice, cancellationToken);
        }
    }

    public async Task MovedAsync(DataRequest request, CancellationToken cancellationToken)
    {
        var notice = new Notice("Yêu cầu của bạn về dữ liệu cá nhân đã có diễn biến mới.", [], "/tai-khoan/yeu-cau");
        foreach (var each in notices)
        {
            await each.TellAsync([request.PersonId], notice, cancellationToken);
        }
    }
}
