using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Office.Notices;

/// <summary>Notices as plain text in the language of whoever gets them.</summary>
internal sealed class NoticeWords(Texts text, IConfiguration configuration)
{
    public const int MostInOneDigest = 20;
    private const int SubjectMaxLength = 160;

    /// <summary>Under which name a reader's mail program files digests.</summary>
    public const string List = "thong-bao";

    private readonly string? _house = configuration["Office:Address"]?.TrimEnd('/');

    public OutgoingMessage Urgent(OfficeNotice notice, PersonContact person, string to)
    {
        using var speaking = new Speaking(person.Language);
        var sentence = Sentence(notice);
        var body = new StringBuilder().Append(text["Kính gửi {0},", person.Name]).Append("\n\n").Append(sentence).Append('\n');
        Link(body, notice.Url);
        return new(to, Short(text["Phù Sa: {0}", sentence]), Signed(body), notice.Id);
    }

    /// <summary>One line for a telephone.</summary>
    public OutgoingMessage Line(OfficeNotice notice, PersonContact person, string to)
    {
        using var speaking = new Speaking(person.Language);
        return new(to, "", text["Phù Sa: {0}", Sentence(notice)], notice.Id);
    }

    /// <param name="notices">The newest first.</param>
    public OutgoingMessage Digest(IReadOnlyList<OfficeNotice> notices, PersonContact person, string to)
    {
        using var speaking = new Speaking(person.Language);
        var body = new StringBuilder().Append(text["Kính gửi {0},", person.Name]).Append("\n\n").Append(text["Anh/chị có {0} thông báo chưa đọc:", notices.Count]).Append('\n');
        foreach (var notice in notices.Take(MostInOneDigest))
        {
            body.Append('\n').Append(text["– {0} ({1})", Sentence(notice), Texts.Moment(notice.ToldAt)]).Append('\n');
            Link(body, notice.Url);
        }

        if (notices.Count > MostInOneDigest)
        {
            body.Append('\n').Append(text["Và {0} thông báo khác.", notices.Count - MostInOneDigest]).Append('\n');
        }

        if (_house is not null)
        {
            body.Append('\n').Append(text["Đọc tất cả: {0}", $"{_house}/quan-tri/thong-bao"]).Append('\n').Append(text["Thôi nhận thư tổng hợp hằng ngày: {0}", $"{_house}/quan-tri/thong-bao/tuy-chon"]).Append('\n');
        }

        return new(to, text["Phù Sa: {0} thông báo chưa đọc", notices.Count], Signed(body), List: List);
    }

    private string Sentence(OfficeNotice notice) => text[notice.Text, [.. notice.Args.Select(arg => text.Again(arg))]];

    private void Link(StringBuilder body, string? url)
    {
        if (url is not null && _house is not null)
        {
            body.Append(_house).Append(url).Append('\n');
        }
    }

    private string Signed(StringBuilder body) => body.Append('\n').Append(text["Thư do hệ thống Phù Sa gửi tự động, xin đừng trả lời."]).Append('\n').ToString();

    private static string Short(string subject) => subject.Length <= SubjectMaxLength ? subject : $"{subject[..(SubjectMaxLength - 1)]}…";

    /// <summary>The words of this person's language, until disposed.</summary>
    private readonly struct Speaking : IDisposable
    {
        private readonly CultureInfo _ui = CultureInfo.CurrentUICulture;
        private readonly CultureInfo _numbers = CultureInfo.CurrentCulture;

        public Speaking(string language)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "vi-VN");
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
        }

        public void Dispose() => (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (_ui, _numbers);
    }
}
