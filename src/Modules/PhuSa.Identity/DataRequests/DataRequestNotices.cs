using PhuSa.Platform;
using PhuSa.Platform.Notices;

namespace PhuSa.Identity.DataRequests;

/// <summary>Tells the administrators of a request and the person of its answer.</summary>
internal sealed class DataRequestNotices(INotices notices)
{
    public Task FiledAsync(DataRequest request, CancellationToken cancellationToken)
    {
        var notice = new Notice("Có yêu cầu mới về dữ liệu cá nhân; xác nhận trước hết ngày {0}.", [VietnamTime.Written(request.ConfirmBy)], $"/quan-tri/yeu-cau-du-lieu/{request.Id}", Urgency.Urgent, $"data-request:{request.Id:N}");
        return notices.TellHoldersAsync(IdentityRights.DataRequests, organisationId: null, notice, cancellationToken);
    }

    public Task MovedAsync(DataRequest request, CancellationToken cancellationToken)
    {
        var notice = new Notice("Yêu cầu của bạn về dữ liệu cá nhân đã có diễn biến mới.", [], "/tai-khoan/yeu-cau");
        return notices.TellAsync([request.PersonId], notice, cancellationToken);
    }
}
