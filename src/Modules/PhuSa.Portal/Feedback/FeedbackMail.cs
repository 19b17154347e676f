using System.Globalization;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Feedback;

/// <summary>The answer as a letter. Nothing that the sender typed stands in its subject.</summary>
internal sealed class FeedbackMail(IOutbox outbox, Texts text)
{
    /// <param name="site">How the site is called.</param>
    /// <param name="address">The site's absolute address.</param>
    /// <returns>Whether a letter will go out; otherwise the sender reads the answer by the code.</returns>
    public bool Post(FeedbackItem item, string site, string address)
    {
        if (item.Email is not { } email || !outbox.Reaches(MessageChannels.Mail))
        {
            return false;
        }

        var (ui, numbers) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            // In the sender's language, whatever the officer reads in.
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(item.Language == "en" ? "en-GB" : "vi-VN");
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
            outbox.Post(MessageChannels.Mail, item.Id, Letter(item, email, site, address));
            return true;
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (ui, numbers);
        }
    }

    private OutgoingMessage Letter(FeedbackItem item, string email, string site, string address)
    {
        var code = ReferenceCode.Written(item.Code);
        string[] lines =
        [
            text["Kính gửi {0},", item.Name],
            "",
            text["{0} trả lời góp ý mã {1}, gửi lúc {2}:", site, code, Texts.Moment(item.CreatedAt)],
            "",
            item.Answer!,
            "",
            text["Xem lại câu trả lời bằng mã {0} tại {1}", code, $"{address}/gop-y/tra-cuu"],
            text["Thư này được gửi tự động, xin đừng trả lời."],
            "",
        ];
        return new(email, text["Trả lời góp ý {0}", code], string.Join('\n', lines));
    }
}
