using System.Globalization;
using PhuSa.Platform;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Feedback;

/// <summary>
/// Letters to whoever sent feedback and left an address. Nothing that the sender typed stands in a subject, and nothing at all in what goes out before
/// somebody has answered: an address is a stranger's until then, and the form must not carry words to strangers.
/// </summary>
internal sealed class FeedbackMail(IOutbox outbox, Texts text)
{
    /// <returns>Where a letter would go; null where none can, and the sender reads everything by the code.</returns>
    public string? AddressOf(FeedbackItem item) => outbox.Reaches(MessageChannels.Mail) ? item.Email : null;

    /// <summary>It has come in: the code, the term where the agency has set one, and where its state can be seen.</summary>
    /// <param name="address">The site's absolute address; null where only the sender's own browser says what the site is called.</param>
    public void PostReceipt(FeedbackItem item, Site site, string? address) => Post(item, code =>
    {
        string[] term = site.AnswerWithin is null ? [] : [text["Cơ quan trả lời trước hết ngày {0}.", VietnamTime.Written(item.Due)]];
        string[] lines =
        [
            text["Kính gửi bạn đọc,"],
            "",
            text["{0} đã nhận góp ý của bạn lúc {1}. Mã tra cứu: {2}", site.FullName, Texts.Moment(item.CreatedAt), code],
            .. term,
            address is null ? text["Xem tình trạng và câu trả lời bằng mã này ở trang tra cứu góp ý của chúng tôi."] : text["Xem tình trạng và câu trả lời bằng mã này tại {0}", LookupAt(address)],
            text["Ai có mã này đọc được câu trả lời. Nếu bạn không gửi góp ý nào, hãy bỏ qua thư này."],
        ];
        return (text["Đã nhận góp ý {0}", code], lines);
    });

    /// <param name="site">How the site is called.</param>
    /// <param name="address">The site's absolute address.</param>
    public void PostAnswer(FeedbackItem item, string site, string address) => Post(item, code =>
    {
        string[] lines =
        [
            text["Kính gửi {0},", item.Name],
            "",
            text["{0} trả lời góp ý mã {1}, gửi lúc {2}:", site, code, Texts.Moment(item.CreatedAt)],
            "",
            item.Answer!,
            "",
            text["Xem lại câu trả lời bằng mã {0} tại {1}", code, LookupAt(address)],
        ];
        return (text["Trả lời góp ý {0}", code], lines);
    });

    /// <summary>The answer as it reads from now on, and why.</summary>
    public void PostCorrection(FeedbackItem item, string why, string site, string address) => Post(item, code =>
    {
        string[] lines =
        [
            text["Kính gửi {0},", item.Name],
            "",
            text["{0} đã sửa câu trả lời góp ý mã {1}, gửi lúc {2}.", site, code, Texts.Moment(item.CreatedAt)],
            text["Lý do sửa: {0}", why],
            "",
            text["Câu trả lời đã sửa:"],
            "",
            item.Answer!,
            "",
            text["Xem lại câu trả lời bằng mã {0} tại {1}", code, LookupAt(address)],
        ];
        return (text["Sửa câu trả lời góp ý {0}", code], lines);
    });

    /// <summary>It is not dealt with, and why. What is turned down may be a stranger's mischief: not even the name goes back.</summary>
    public void PostRefusal(FeedbackItem item, string site, string address) => Post(item, code =>
    {
        string[] lines =
        [
            text["Kính gửi bạn đọc,"],
            "",
            text["{0} không xử lý góp ý mã {1}, gửi lúc {2}. Lý do:", site, code, Texts.Moment(item.CreatedAt)],
            "",
            item.Reason!,
            "",
            text["Xem lại lý do bằng mã {0} tại {1}", code, LookupAt(address)],
        ];
        return (text["Góp ý {0} không được xử lý", code], lines);
    });

    private void Post(FeedbackItem item, Func<string, (string Subject, string[] Lines)> write)
    {
        if (AddressOf(item) is not { } email)
        {
            return;
        }

        var (ui, numbers) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            // In the sender's language, whatever the officer reads in.
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(item.Language == "en" ? "en-GB" : "vi-VN");
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
            var (subject, lines) = write(ReferenceCode.Written(item.Code));
            string[] all = [.. lines, text["Thư này được gửi tự động, xin đừng trả lời."], ""];
            outbox.Post(MessageChannels.Mail, item.Id, new OutgoingMessage(email, subject, string.Join('\n', all)));
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (ui, numbers);
        }
    }

    private static string LookupAt(string address) => $"{address}/gop-y/tra-cuu";
}
