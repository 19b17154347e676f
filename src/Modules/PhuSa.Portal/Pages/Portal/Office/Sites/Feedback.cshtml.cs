using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Web;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>Who takes complaints about administrative procedures: telephone and mail, at the foot of every page.</summary>
internal sealed class FeedbackModel(SiteDesk desk, Texts text) : SiteRowsEditing<FeedbackRow>(desk, text)
{
    [BindProperty]
    [Display(Name = "Hạn trả lời góp ý")]
    [Range(1, FeedbackTerms.Longest, ErrorMessage = "Hạn trả lời là số ngày làm việc từ {1} đến {2}, hoặc để trống")]
    public int? AnswerWithin { get; set; }

    protected override IEnumerable<(string Label, string? Words)> Typed => [.. base.Typed, Term(AnswerWithin)];

    protected override IEnumerable<(string Label, string? Words)> Kept => [.. base.Kept, Term(Site.AnswerWithin)];

    protected override List<FeedbackRow> Stored() => [.. FeedbackLines.Read(Site.Feedback).Select(line => new FeedbackRow { Label = line.Label, Phone = line.Phone, Mail = line.Mail })];

    protected override IEnumerable<(string Label, string? Words)> Told(IReadOnlyList<FeedbackRow> rows)
    {
        var said = rows.Select(Of).OfType<FeedbackLine>().ToList();
        return [.. said.Select(line => (NameOf(line), (string?)Row(line.Phone, line.Mail))), Order(said.Select(NameOf))];
    }

    protected override void Fill()
    {
        base.Fill();
        AnswerWithin = Site.AnswerWithin;
    }

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Of(Rows[i]) is { } line && FeedbackLines.Wrong(line) is { } wrong)
            {
                var field = line.Phone is { } phone && !FeedbackLines.IsPhone(phone) ? "Phone" : line.Mail is { } mail && !FeedbackLines.IsMail(mail) ? "Mail" : "Label";
                Wrong($"Rows[{i}].{field}", wrong);
            }
        }

        if (Rows.Count(row => Of(row) is not null) > FeedbackLines.Most || Written()?.Length > Site.TextMaxLength)
        {
            Wrong("", "Ghi tối đa {0} dòng, mỗi dòng ngắn gọn", FeedbackLines.Most);
        }

        return Task.CompletedTask;
    }

    protected override void Apply()
    {
        Site.Answer(Site.Contact, Written());
        Site.Promise(AnswerWithin);
    }

    private static (string Label, string? Words) Term(int? days) => ("Hạn trả lời góp ý", days?.ToString(CultureInfo.InvariantCulture));

    private static string NameOf(FeedbackLine line) => line.Label.Length == 0 ? "?" : line.Label;

    private string? Written() => FeedbackLines.Written(Rows.Select(Of).OfType<FeedbackLine>());

    /// <returns>Null for a row in which nothing stands.</returns>
    private static FeedbackLine? Of(FeedbackRow row) =>
        VietnameseText.OnOneLine(row.Label) is null && VietnameseText.OnOneLine(row.Phone) is null && VietnameseText.OnOneLine(row.Mail) is null ? null : new FeedbackLine(VietnameseText.OnOneLine(row.Label) ?? "", VietnameseText.OnOneLine(row.Phone), VietnameseText.OnOneLine(row.Mail));
}

internal sealed class FeedbackRow
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Bộ phận tiếp nhận")]
    [StringLength(Site.LineMaxLength, ErrorMessage = TooLong)]
    public string? Label { get; set; }

    [Display(Name = "Điện thoại")]
    [StringLength(Site.CodeMaxLength, ErrorMessage = TooLong)]
    public string? Phone { get; set; }

    [Display(Name = "Thư điện tử")]
    [StringLength(Site.LineMaxLength, ErrorMessage = TooLong)]
    public string? Mail { get; set; }
}
