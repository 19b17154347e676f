using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Office;
using PhuSa.Marks.Office.Collective;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>What the forms of collective marks check alike.</summary>
internal static class CollectiveForms
{
    /// <returns>Why it cannot be this application number; null where it can.</returns>
    public static async Task<NotGiven?> WrongNumberAsync(CollectiveDesk desk, string? typed, Guid but, CancellationToken cancellationToken)
    {
        var number = VietnameseText.OnOneLine(typed);
        return number is null ? null
            : !CollectiveMark.IsOfficeNumber(number) ? new NotGiven("Input.ApplicationNumber", "Số đơn đăng ký nhãn hiệu phải có dạng 4-YYYY-NNNNN, ví dụ 4-2019-12345; chưa biết thì để trống.")
            : await desk.NumberedAsync(number, but, cancellationToken) is { } taken ? new NotGiven("Input.ApplicationNumber", CollectiveDesk.NumberTaken, taken)
            : null;
    }
}
