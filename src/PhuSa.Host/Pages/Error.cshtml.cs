using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Host.Pages;

/// <summary>What a reader sees where a page could not be shown. The status of the answer stays what it was.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorModel(ISites sites) : PageModel
{
    public int Code { get; private set; }

    public string Heading => Code switch
    {
        StatusCodes.Status403Forbidden => "Bạn không có quyền xem trang này",
        StatusCodes.Status404NotFound => "Không tìm thấy trang",
        StatusCodes.Status410Gone => "Trang này đã được gỡ",
        StatusCodes.Status429TooManyRequests => "Bạn gửi quá nhanh",
        >= 500 => "Trang đang gặp sự cố",
        _ => "Không thực hiện được yêu cầu này",
    };

    public string Advice => Code switch
    {
        StatusCodes.Status403Forbidden => "Nếu bạn cần xem, hãy liên hệ với đơn vị quản lý trang.",
        StatusCodes.Status404NotFound => "Địa chỉ có thể đã gõ sai, hoặc trang đã được gỡ. Bạn có thể bắt đầu lại từ một trong các trang sau.",
        StatusCodes.Status410Gone => "Nội dung ở địa chỉ này đã được gỡ hoặc đã hết hạn và không còn ở nơi nào khác. Bạn có thể tìm tiếp từ một trong các trang sau.",
        StatusCodes.Status429TooManyRequests => "Hãy chờ một phút rồi thử lại.",
        >= 500 => "Chúng tôi đã ghi nhận sự cố. Hãy thử lại sau ít phút.",
        _ => "Hãy quay lại trang trước và thử lại.",
    };

    /// <summary>Where to go on from a missing page.</summary>
    public IReadOnlyList<SiteLink> Ways { get; private set; } = [];

    /// <summary>Where whoever was at work goes on: the addresses of the office and of a cooperative's own pages lead back there, not out to the readers.</summary>
    public SiteLink? Desk => HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath is not { } asked ? null
        : new PathString(asked).StartsWithSegments(PersonalPlaces.Office, StringComparison.OrdinalIgnoreCase) ? new SiteLink("Về bàn làm việc", PersonalPlaces.Office)
        : new PathString(asked).StartsWithSegments(PersonalPlaces.MyCooperative, StringComparison.OrdinalIgnoreCase) ? new SiteLink("Về hợp tác xã của tôi", PersonalPlaces.MyCooperative)
        : null;

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task OnPostAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>The code is read from the address itself: nothing is bound where the form of the refused post cannot be read.</summary>
    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Code = int.TryParse(RouteData.Values["code"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
        if (Code is StatusCodes.Status404NotFound or StatusCodes.Status410Gone)
        {
            Ways = (await sites.OfAsync(HttpContext, cancellationToken)).Menu;
        }
    }
}
