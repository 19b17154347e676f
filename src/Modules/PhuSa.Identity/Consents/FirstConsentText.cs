using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Consents;

/// <summary>Lays the first version of the text into a database that has none. Later versions are an administrator's; this one is never changed.</summary>
internal sealed class FirstConsentText(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock) : IWarmUp
{
    private static readonly ConsentWords Vietnamese = new(
        Kinds: """
            Dữ liệu cá nhân cơ bản: họ tên, thư điện tử, số điện thoại, tổ chức và vai trò mà bạn đại diện.
            Dữ liệu về việc dùng hệ thống: lúc đăng nhập, loại trình duyệt, địa chỉ mạng, việc bạn đã làm trong hồ sơ.
            Không thu thập ảnh giấy tờ tuỳ thân, sinh trắc học, vị trí. Khoá đăng nhập bằng vân tay hay khuôn mặt nằm trong thiết bị của bạn; hệ thống chỉ giữ khoá công khai.
            """,
        Purpose: """
            Nhận ra bạn khi đăng nhập; cho bạn làm đúng phần việc được giao và ghi lại ai đã làm gì trong hồ sơ của Nhà nước; báo cho bạn việc cần làm; phát hiện và chặn việc truy cập trái phép.
            Không dùng để quảng cáo, không bán, không dùng để chấm điểm con người.
            """,
        Controller: """
            Bên kiểm soát dữ liệu là cơ quan, tổ chức vận hành hệ thống này, ghi ở chân trang của cổng thông tin. Dữ liệu không chuyển cho bên khác, trừ khi pháp luật buộc phải cung cấp hoặc khi tin nhắn, thư điện tử gửi cho bạn phải qua nhà cung cấp dịch vụ.
            Việc xử lý theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định 356/2025/NĐ-CP.
            """,
        Rights: """
            Bạn được biết, được xem và tải về, được sửa, được yêu cầu xoá, được hạn chế hoặc phản đối việc xử lý, được rút lại sự đồng ý, được khiếu nại và yêu cầu bồi thường.
            Yêu cầu gửi tại “Tài khoản của tôi”, hoặc bằng đơn giấy. Trong 2 ngày làm việc bạn được báo về thủ tục; trong 15 ngày yêu cầu được giải quyết (20 ngày khi liên quan bên thứ ba), có thể gia hạn một lần không quá 15 ngày.
            """,
        Retention: """
            Dữ liệu tài khoản được giữ khi bạn còn đại diện cho tổ chức; phiên đăng nhập đã kết thúc bị xoá sau 90 ngày; nhật ký truy cập được giữ ít nhất 12 tháng.
            Không đồng ý, hoặc rút lại sự đồng ý, thì bạn không đăng nhập được; việc đã xử lý trước đó vẫn hợp pháp. Tên của bạn trong hồ sơ, văn bản đã lập được giữ theo pháp luật về lưu trữ.
            """);

    private static readonly ConsentWords English = new(
        Kinds: """
            Basic personal data: your name, e-mail, phone number, and the organisation and roles you act in.
            Data on the use of the system: when you sign in, the kind of browser, the network address, what you did in records.
            No pictures of identity papers, no biometrics, no location are collected. A key opened by fingerprint or face stays in your device; the system keeps the public key only.
            """,
        Purpose: """
            To know you when you sign in; to let you do the work you were given and record who did what in the State's records; to tell you what waits for you; to find and stop unlawful access.
            It is not used for advertising, not sold, and not used to score people.
            """,
        Controller: """
            The controller is the body that runs this system, named at the foot of the portal. Data go to nobody else, except where the law orders it or where a message to you has to pass through a provider of mail or telephone services.
            Processing follows the Law on Personal Data Protection No. 91/2025/QH15 and Decree 356/2025/NĐ-CP.
            """,
        Rights: """
            You may know, see and download your data, have them corrected or erased, limit or object to their processing, withdraw your consent, complain and claim compensation.
            Requests are made under “My account” or on paper. Within 2 working days you are told of the procedure; within 15 days the request is settled (20 days where third parties are concerned), with one extension of at most 15 days.
            """,
        Retention: """
            Account data are kept while you act for an organisation; ended sessions are deleted after 90 days; the access log is kept for at least 12 months.
            If you refuse, or withdraw your consent, you cannot sign in; what was processed before stays lawful. Your name in records and papers already made is kept as the law on archives orders.
            """);

    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue("SignIn:FirstConsentText", defaultValue: true))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if (await db.Set<ConsentText>().AnyAsync(cancellationToken))
        {
            return;
        }

        var by = new Actor("Phù Sa", "lần khởi động đầu tiên");
        scope.ServiceProvider.GetRequiredService<Acting>().As(by);
        var now = clock.GetUtcNow();
        db.Add(new ConsentText(Guid.CreateVersion7(now), number: 1, VietnamTime.Today(clock), Vietnamese, English, by, now.UtcDateTime));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another instance was faster.
        }
    }
}
