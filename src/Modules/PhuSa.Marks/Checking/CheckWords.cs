using Microsoft.AspNetCore.Http;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Statements;
using PhuSa.Platform;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Checking;

/// <summary>What the check page says in each state. Missing data is said, and never reads as valid.</summary>
internal sealed class CheckWords(ISites sites, Texts text, TimeProvider clock)
{
    public async Task<CheckSheet> OfAsync(CheckedRight right, bool english, HttpContext context, CancellationToken cancellationToken)
    {
        if (right.Batch is { WithdrawnOn: { } withdrawn } batch)
        {
            return await WithdrawnAsync(right, batch.Issue, withdrawn, english, context, cancellationToken);
        }

        var (grant, state) = (right.Grant, right.Standing.State);
        var (word, ground, sentence) = Answer(state);
        var (frame, sheet) = await FrameAsync(word, ground, sentence, context, cancellationToken);
        var address = CheckAddress.Of(right.CheckCode, english);
        return sheet with
        {
            Lines =
            [
                new(state is GrantState.Valid or GrantState.Expiring ? text["Sản phẩm được chứng nhận"] : text["Sản phẩm"], grant.Product, OfRecord: true, IsLarge: true),
                new(text["Đơn vị"], right.Holder, OfRecord: true),
                .. right.HolderThen is { } then ? [new CheckLine(text["Tên đơn vị khi được trao quyền"], then, OfRecord: true)] : Array.Empty<CheckLine>(),
                new(text["Nhãn hiệu"], right.Mark, OfRecord: true),
                .. Event(right),
                .. grant.CertificateNumber is { } number ? [new CheckLine(text["Số giấy chứng nhận"], number, OfRecord: true)] : Array.Empty<CheckLine>(),
                .. right.Batch is { Issue: var issue } ? Labels(issue) : [],
                new(text["Mã"], CheckCode.Written(right.CheckCode)),
            ],
            Note = Note(state),
            Links = LinksOf(right.CheckCode),
            Canonical = frame.Address + address,
        };
    }

    /// <summary>Labels that were written down for the wrong right, or not handed out: nothing of the right is said, whatever it is.</summary>
    private async Task<CheckSheet> WithdrawnAsync(CheckedRight right, LabelEntry issue, DateOnly on, bool english, HttpContext context, CancellationToken cancellationToken)
    {
        var (frame, sheet) = await FrameAsync(text["Đã thu hồi"], "off", text["Đợt tem mang mã này đã bị rút khỏi sổ và không được dùng."], context, cancellationToken);
        return sheet with
        {
            Lines = [.. Labels(issue)[..1], new(text["Thu hồi từ ngày"], VietnamTime.Written(on)), new(text["Nhãn hiệu"], right.Mark, OfRecord: true), new(text["Mã"], CheckCode.Written(right.CheckCode))],
            Note = text["Thấy tem này trên hàng hoá? Xin báo cho cơ quan quản lý."],
            Links = LinksOf(right.CheckCode),
            Canonical = frame.Address + CheckAddress.Of(right.CheckCode, english),
        };
    }

    private CheckLine[] Labels(LabelEntry issue) =>
    [
        new(text["Đợt tem"], issue.Span is { } span ? text["Số {0}", span.ToString()] : text["{0:N0} tem không đánh số", issue.Count]),
        new(text["Tem cấp ngày"], VietnamTime.Written(issue.On)),
    ];

    private List<SiteLink> LinksOf(string checkCode)
    {
        var links = new List<SiteLink> { new(text["Báo nhãn không đúng"], $"{CheckAddress.Of(checkCode)}/{CheckAddress.Report}") };
        if (!Texts.InEnglish)
        {
            links.Add(new SiteLink("English", CheckAddress.Of(checkCode, english: true)));
        }

        return links;
    }

    /// <summary>No word of a right that is in use stands on this page.</summary>
    public async Task<CheckSheet> NotFoundAsync(TypedCheckCode read, string typed, bool english, HttpContext context, CancellationToken cancellationToken)
    {
        var sentence = read.IsMistyped ? text["Mã gõ sai: có một ký tự sai hoặc hai ký tự đổi chỗ."]
            : read.Code is not null ? text["Sổ đăng ký không có mã này."]
            : text["Mã gồm {0} chữ và số, in dưới hình QR trên nhãn.", CheckCode.Length];
        var (_, sheet) = await FrameAsync(text["Không tìm thấy mã này"], "none", sentence, context, cancellationToken);
        return sheet with
        {
            Note = text["So lại từng ký tự với mã in dưới hình QR. Chữ hoa hay thường, dấu gạch nối không quan trọng."],
            Form = FormOf(read.Code is { } code ? CheckCode.Written(code) : Shown(typed), english),
            Links = [new(text["Báo nhãn không có trong sổ"], $"{CheckAddress.Home}/{(read.Code is { } reported ? CheckCode.Written(reported) : CheckAddress.NoCode)}/{CheckAddress.Report}")],
        };
    }

    public async Task<CheckSheet> AskAsync(bool english, HttpContext context, CancellationToken cancellationToken)
    {
        var (frame, sheet) = await FrameAsync(text["Kiểm tra nhãn"], "ask", text["Gõ mã in dưới hình QR trên nhãn, hoặc quét hình QR bằng điện thoại."], context, cancellationToken);
        return sheet with { Form = FormOf("", english), Links = [new(text["Kiểm tra nhãn khi mất mạng"], english ? OfflineEndpoints.EnglishPage : OfflineEndpoints.Page)], Canonical = frame.Address + (english ? CheckAddress.English : CheckAddress.Home) };
    }

    private static string Shown(string typed) => typed.Length > 40 || typed.Any(char.IsControl) ? "" : typed;

    private (string Action, string Label, string Typed, string Button) FormOf(string typed, bool english) =>
        (english ? CheckAddress.English : CheckAddress.Home, text["Mã trên nhãn"], typed, text["Kiểm tra"]);

    private (string Word, string Ground, string Sentence) Answer(GrantState state) => state switch
    {
        GrantState.Valid => (text["Đang có hiệu lực"], "on", text["Đơn vị dưới đây được dùng nhãn hiệu cho đúng sản phẩm này."]),
        GrantState.Expiring => (text["Đang có hiệu lực"], "on", text["Đơn vị dưới đây được dùng nhãn hiệu cho đúng sản phẩm này; quyền sắp hết hạn."]),
        GrantState.UnknownTerm => (text[GrantStanding.Of(state).Word], "ask", text["Sổ có ghi việc trao quyền, chưa ghi quyền này dùng đến ngày nào."]),
        GrantState.NotYet => (text[GrantStanding.Of(state).Word], "ask", text["Đơn vị chưa được dùng nhãn hiệu trước ngày ghi dưới đây."]),
        GrantState.Suspended => (text["Đang tạm dừng"], "pause", text["Đơn vị tạm thời chưa được dùng nhãn hiệu này."]),
        GrantState.Revoked => (text["Đã thu hồi"], "off", text["Đơn vị không còn được dùng nhãn hiệu này."]),
        GrantState.GivenUp => (text["Đã trả lại quyền"], "end", text["Đơn vị đã trả lại quyền và không còn được dùng nhãn hiệu này."]),
        _ => (text["Đã hết hạn"], "end", text["Thời hạn dùng nhãn hiệu đã qua, chưa được gia hạn."]),
    };

    /// <summary>What brought the right where it is, on which day and by which paper.</summary>
    private CheckLine[] Event(CheckedRight right)
    {
        var (grant, cause) = (right.Grant, right.Cause);
        var day = cause is null ? null : VietnamTime.Written(cause.On);

        // A right that ended with its term rests on what gave it, also where it was suspended at that time.
        var moved = cause is not null && right.Standing.State is GrantState.Suspended or GrantState.Revoked or GrantState.GivenUp;
        var paper = new CheckLine(text["Theo văn bản"], (moved ? right.CausePaper : right.Decision)?.Citation, OfRecord: true);
        var ends = grant.ExpiresOn is { } last ? VietnamTime.Written(last) : null;
        return right.Standing.State switch
        {
            GrantState.Valid or GrantState.Expiring => [new(text["Có hiệu lực đến hết ngày"], ends), Given(grant), paper, .. Resumed(right)],
            GrantState.UnknownTerm => [new(text["Thời hạn dùng nhãn hiệu"], Words: null), Given(grant), paper, .. Resumed(right)],
            GrantState.NotYet => [new(text["Được dùng từ ngày"], grant.GivenOn.From is { } first ? VietnamTime.Written(first) : null), paper],
            GrantState.Suspended => [new(text["Tạm dừng từ ngày"], day), paper],
            GrantState.Revoked => [new(text["Thu hồi từ ngày"], day), paper],
            GrantState.GivenUp => [new(text["Trả lại từ ngày"], day), paper],
            _ => [new(text["Hết hạn sau ngày"], ends), paper],
        };
    }

    /// <summary>A right that was suspended and is in use again says since when and by which paper.</summary>
    private CheckLine[] Resumed(CheckedRight right) => right.Cause is { Action: GrantAction.Resume } resumed
        ? [new(text["Cho dùng lại từ ngày"], VietnamTime.Written(resumed.On)), new(text["Theo văn bản"], right.CausePaper?.Citation, OfRecord: true)]
        : [];

    private CheckLine Given(MarkGrant grant) => grant.RenewedFrom is { } renewed
        ? new(text["Gia hạn từ ngày"], VietnamTime.Written(renewed))
        : new(text["Ngày trao quyền"], grant.GivenOn.IsKnown ? grant.GivenOn.ToString() : null);

    private string? Note(GrantState state) => state switch
    {
        GrantState.Valid or GrantState.Expiring => text["Bao bì ghi sản phẩm khác? Nhãn này không dùng cho sản phẩm đó."],
        GrantState.Suspended or GrantState.Revoked or GrantState.Expired or GrantState.GivenUp => text["Hàng mới sản xuất vẫn mang nhãn này? Xin báo cho cơ quan quản lý."],
        _ => null,
    };

    private async Task<(SiteFrame Frame, CheckSheet Sheet)> FrameAsync(string word, string ground, string sentence, HttpContext context, CancellationToken cancellationToken)
    {
        var frame = await sites.OfThemeAsync(SiteThemes.Department, context, cancellationToken);
        var host = new Uri(frame.Address).Host;
        return (frame, new CheckSheet
        {
            Title = text["Kiểm tra nhãn hiệu chứng nhận"],
            House = frame.FullName,
            Word = word,
            Ground = ground,
            Sentence = sentence,
            When = text["Kiểm tra lúc {0}. Kiểm tra địa chỉ trang này: trang thật có địa chỉ bắt đầu bằng {1}.", Texts.Moment(clock.GetUtcNow().UtcDateTime), host],
            NoData = text["chưa có dữ liệu"],
        });
    }
}
