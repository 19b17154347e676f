using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Papers;

/// <summary>Books at their borders: the first days of a year, and an office that comes in the middle of one.</summary>
public sealed class YearBorderTests
{
    private const string Address = "/quan-tri/van-ban";
    private const string Arrivals = "/quan-tri/van-ban-den";
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task On_the_first_working_days_of_January_a_paper_takes_a_number_of_either_year_and_then_of_the_new_one_only()
    {
        await using var app = await App.StartAsync();
        await PaperHouse.OpenBookAsync(await app.SignedInAsync(Role.DepartmentOfficer), "Báo cáo qua năm", "SKHCN", "Report");
        app.Clock.Advance(new DateTimeOffset(2027, 1, 4, 2, 0, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        var officer = await app.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Address}/so");
        var book = officer.Page.QuerySelector("a[href$='/sua']")!.GetAttribute("href")!.Split('/')[^2];

        var old = await DraftedAsync(officer, book, "Ký ngày 31/12");
        await officer.OpenAsync($"{old}/lay-so");
        Assert.Equal(["2027", "2026"], officer.Page.QuerySelectorAll("select[name=Year] option").Select(option => option.GetAttribute("value")!));
        await officer.SubmitAsync(Form, ("Year", "2026"));
        Assert.True(officer.Status == 302, officer.Text);
        await officer.OpenAsync($"{old}/ky");
        Assert.Equal("2026-12-31", officer.Page.QuerySelector("[name='Input.Day']")!.GetAttribute("value"));
        await officer.SubmitAsync(Form, ("Input.Position", "Giám đốc"), ("Input.Name", "Lê Thị Hoa"));
        Assert.True(officer.Status == 302, officer.Text);

        var anew = await DraftedAsync(officer, book, "Của năm mới");
        await officer.OpenAsync($"{anew}/lay-so");
        await officer.SubmitAsync(Form);
        Assert.True(officer.Status == 302, officer.Text);
        await officer.FollowAsync();
        Assert.Contains("01/BC-SKHCN", officer.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        var late = await DraftedAsync(officer, book, "Quá muộn cho năm cũ");
        await officer.OpenAsync($"{late}/lay-so");
        await officer.SubmitAsync(Form, ("Year", "2025"));
        Assert.Equal(409, officer.Status);
        await officer.OpenAsync($"{late}/lay-so");
        app.Clock.Advance(TimeSpan.FromDays(5));
        var later = await app.SignedInAsync(Role.DepartmentOfficer);
        await later.OpenAsync($"{late}/lay-so");
        Assert.Null(later.Page.QuerySelector("select[name=Year]"));
        var form = later.Page.QuerySelector(Form)!;
        await later.PostAsync($"{late}/lay-so", [.. new[] { "Version", "__RequestVerificationToken" }.Select(name => (name, form.QuerySelector($"[name={name}]")!.GetAttribute("value")!)), ("Year", "2026")]);
        Assert.Equal(409, later.Status);
        Assert.Contains("Sổ năm 2026 không cấp số nữa.", later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_that_kept_its_incoming_book_on_paper_goes_on_behind_its_last_number()
    {
        await using var app = await App.StartAsync();
        var clerk = await app.SignedInAsync(Role.DepartmentOfficer);
        await clerk.OpenAsync(Arrivals);
        await clerk.OpenAsync(clerk.Page.QuerySelector("a[href$='/van-ban-den/so']")!.GetAttribute("href")!);
        await clerk.SubmitAsync(Form, ("Input.Last", ""));
        Assert.Equal(422, clerk.Status);
        await clerk.SubmitAsync(Form, ("Input.Last", "134"), ("Input.Why", "Ghi sổ giấy đến 30/6"));
        Assert.True(clerk.Status == 302, clerk.Text);

        Assert.Equal("Văn bản đến số 135/2026", await ArrivedAsync(clerk, "Đầu tiên trên hệ thống"));
        foreach (var (year, last, sentence) in new[] { ("2026", "135", "Sổ văn bản đến năm 2026 đã dùng đến số 135. Nhập số lớn hơn."), ("2027", "9", "Năm của sổ văn bản đến phải từ 1945 đến năm nay.") })
        {
            await clerk.OpenAsync($"{Arrivals}/so");
            await clerk.SubmitAsync(Form, ("Input.Year", year), ("Input.Last", last), ("Input.Why", "Gõ nhầm"));
            Assert.Equal(409, clerk.Status);
            Assert.Contains(sentence, clerk.Text, StringComparison.Ordinal);
        }

        Assert.Equal("Văn bản đến số 136/2026", await ArrivedAsync(clerk, "Thứ hai trên hệ thống"));
        Assert.Equal(403, (await (await app.SignedInAsync(Role.DepartmentPublisher)).OpenAsync($"{Arrivals}/so")).Status);
        var alliance = await app.SignedInAsync(Role.AllianceOfficer);
        Assert.Equal("Văn bản đến số 1/2026", await ArrivedAsync(alliance, "Sổ của Liên minh"));
        var auditor = await app.SignedInAsync(Role.Auditor);
        await auditor.OpenAsync("/quan-tri/nhat-ky?loai=papers_series");
        Assert.Contains("Sổ văn bản đến năm 2026: số đến cuối đã dùng 134", auditor.Text, StringComparison.Ordinal);
    }

    private static async Task<string> ArrivedAsync(Visitor clerk, string title)
    {
        await clerk.OpenAsync($"{Arrivals}/moi");
        await clerk.SubmitAsync(Form, ("Input.Kind", "Letter"), ("Input.Title", title), ("Input.Number", ""), ("Input.From", "UBND huyện An Phú"));
        Assert.True(clerk.Status == 302, clerk.Text);
        await clerk.FollowAsync();
        return clerk.Page.QuerySelector("h1")!.TextContent.Trim();
    }

    private static async Task<string> DraftedAsync(Visitor officer, string book, string title)
    {
        await officer.OpenAsync($"{Address}/moi");
        await officer.SubmitAsync(Form, ("Input.BookId", book), ("Input.Kind", "Report"), ("Input.Title", title), ("Input.UnitSymbol", ""));
        Assert.True(officer.Status == 302, officer.Text);
        return officer.Redirect!.OriginalString;
    }
}
