using PhuSa.Platform.Rights;

namespace PhuSa.Office.Messages;

internal static class MessageRights
{
    public static Right Manage { get; } = new("messages.manage", "Xem thư gửi đi và gửi lại", Role.Administrator);
}
