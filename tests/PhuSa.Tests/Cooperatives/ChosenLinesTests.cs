using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>What is done with the lines marked in the office's list, without a script.</summary>
public sealed class ChosenLinesTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string List = RegistryHouse.Office;
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_page_of_the_list_is_marked_as_a_whole_and_the_filter_stays()
    {
        var officer = await house.App.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync($"{List}?q=binh");
        Assert.All(Boxes(officer), box => Assert.False(box.IsChecked));

        var mark = officer.Page.QuerySelector("main .ps-bulk a")!.GetAttribute("href")!;
        await officer.OpenAsync(mark);

        Assert.Contains("q=binh", mark, StringComparison.Ordinal);
        Assert.True(Boxes(officer).Count > 2);
        Assert.All(Boxes(officer), box => Assert.True(box.IsChecked));
    }

    [Fact]
    public async Task Only_the_marked_lines_are_taken_away_and_none_is_not_all()
    {
        var reader = await house.App.SignedInAsync(Role.Auditor);
        await reader.OpenAsync(List);
        Assert.Null(reader.Page.QuerySelector("main .ps-bulk button[formaction*=linh-vuc]"));

        var two = await TextAsync(reader, $"{List}.csv?chon=1&ma=htx-an-binh&ma=htx-long-binh&ma=khong-co");
        var none = await TextAsync(reader, $"{List}.csv?chon=1");

        Assert.Equal(3, two.Trim().Split('\n').Length);
        Assert.Contains("htx-an-binh", two, StringComparison.Ordinal);
        Assert.Single(none.Trim().Split('\n'));
    }

    [Fact]
    public async Task The_sector_of_many_is_recorded_each_with_the_reason_in_its_own_journal_and_the_size_class_follows()
    {
        await house.ChangeAsync("htx-vinh-binh", (db, c) =>
        {
            var year = new CooperativeYear(Guid.CreateVersion7(), c.Id, 2025);
            year.Describe(new YearContent(63, null, null, 1_234_000_000, 1_000_000_000, Source: null));
            db.Add(year);
        });
        var officer = await house.App.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync($"{List}/chon/linh-vuc?ma=htx-vinh-binh&ma=htx-cho-moi&chon=1");
        await officer.SubmitAsync(Form);
        Assert.Equal(422, officer.Status);
        Assert.Equal(2, officer.Page.QuerySelectorAll($"{Form} input[name$='.Code']").Length);

        await officer.SubmitAsync(Form, ("Input.Sector", nameof(CooperativeSector.Agriculture)), ("Input.Why", "Rà soát ngành nghề năm 2026"));

        Assert.Equal((302, $"{List}?da-ghi=2"), (officer.Status, officer.Response.Headers.Location!.ToString()));
        foreach (var code in new[] { "htx-vinh-binh", "htx-cho-moi" })
        {
            Assert.Equal(CooperativeSector.Agriculture, (await house.OfAsync(code)).Sector);
            Assert.Equal(1, await house.ReadAsync(code, (db, c) => db.Set<JournalEntry>().CountAsync(e => e.RecordId == c.Id && e.Kind == "cooperatives" && e.Why == "Rà soát ngành nghề năm 2026")));
        }

        Assert.NotEqual(SizeClass.NotEnoughData, (await house.OfAsync("htx-vinh-binh")).Size);
        await officer.OpenAsync($"{List}?da-ghi=2");
        Assert.Contains("Đã ghi 2 hồ sơ.", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_somebody_else_changed_is_told_and_the_others_are_done()
    {
        var officer = await house.App.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync($"{List}/chon/linh-vuc?ma=htx-an-binh&ma=htx-binh-thanh");
        await house.ChangeAsync("htx-an-binh", (_, c) => c.Sort(CooperativeSector.Services, "Người khác ghi"));

        await officer.SubmitAsync(Form, ("Input.Field", "Rau an toàn"), ("Input.Why", "Đề án"));

        Assert.Equal(409, officer.Status);
        Assert.Contains("Đã ghi 1 hồ sơ; 1 hồ sơ chưa ghi được", officer.Text, StringComparison.Ordinal);
        Assert.Equal(["htx-an-binh"], officer.Page.QuerySelectorAll($"{Form} input[name$='.Code']").Cast<IHtmlInputElement>().Select(input => input.Value));
        Assert.Contains("người khác sửa", officer.Page.QuerySelector("main li .ps-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Người khác ghi", "Rau an toàn"), ((await house.OfAsync("htx-an-binh")).Field, (await house.OfAsync("htx-binh-thanh")).Field));

        await officer.SubmitAsync(Form);
        Assert.Equal(302, officer.Status);
        Assert.Equal((CooperativeSector.Services, "Rau an toàn"), ((await house.OfAsync("htx-an-binh")).Sector, (await house.OfAsync("htx-an-binh")).Field));
    }

    [Fact]
    public async Task Consent_of_many_is_added_to_what_each_agreed_to_and_never_over_a_later_word()
    {
        await house.ChangeAsync("htx-vinh-thang", (_, c) => c.Agree([PublicItem.Phone], new DateOnly(2026, 1, 5), "Phiếu cũ"));
        await house.ChangeAsync("htx-kien-an-cho-moi", (_, c) => c.Agree([], new DateOnly(2026, 6, 20), "Đơn rút"));
        var officer = await house.App.SignedInAsync(Role.AllianceOfficer);
        var page = $"{List}/chon/dong-y";
        await officer.OpenAsync($"{page}?ma=htx-vinh-thang&ma=htx-kien-an-cho-moi");

        var form = officer.Page.QuerySelector(Form)!;
        var kept = form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().Select(input => (input.Name!, input.Value)).ToArray();
        await officer.PostAsync(page, [.. kept, ("Input.Items", nameof(PublicItem.MapPoint)), ("Input.Items", nameof(PublicItem.Sector)), ("Input.On", "2026-06-10"), ("Input.Source", "Biên bản hội nghị 10/06/2026")]);

        Assert.Equal(409, officer.Status);
        Assert.Contains("đã có ý kiến khác ngày 20/06/2026", officer.Text, StringComparison.Ordinal);
        var agreed = await house.OfAsync("htx-vinh-thang");
        Assert.Equal([nameof(PublicItem.Sector), nameof(PublicItem.MapPoint), nameof(PublicItem.Phone)], agreed.PublicItems);
        Assert.Equal((new DateOnly(2026, 6, 10), "Biên bản hội nghị 10/06/2026"), (agreed.ConsentOn, agreed.ConsentSource));
        Assert.Empty((await house.OfAsync("htx-kien-an-cho-moi")).PublicItems);
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.AllianceLeader)]
    public async Task Whoever_may_only_read_the_register_changes_nothing_of_many_either(Role role)
    {
        var reader = await house.App.SignedInAsync(role);

        foreach (var page in new[] { "linh-vuc", "dong-y" })
        {
            await reader.OpenAsync($"{List}/chon/{page}?ma=htx-an-binh");
            Assert.Equal(403, reader.Status);
        }
    }

    [Fact]
    public async Task A_post_of_no_line_or_of_too_many_is_told_and_changes_nothing()
    {
        var officer = await house.App.SignedInAsync(Role.AllianceOfficer);
        var page = $"{List}/chon/linh-vuc";
        await officer.OpenAsync($"{page}?ma=htx-ben-ba-chi");
        var token = ("__RequestVerificationToken", officer.Page.QuerySelector($"{Form} input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        (string, string)[] said = [token, ("Input.Field", "Không ai chọn"), ("Input.Why", "Thử")];

        await officer.PostAsync(page, [.. said, ("Lines[0].Seen", "0"), ("Lines[1].Code", "")]);
        Assert.Equal(422, officer.Status);
        Assert.Contains("Chọn ít nhất một dòng trong danh sách", officer.Text, StringComparison.Ordinal);

        await officer.PostAsync(page, [.. said, .. Enumerable.Range(0, 201).SelectMany(i => new[] { ($"Lines[{i}].Code", "htx-ben-ba-chi"), ($"Lines[{i}].Seen", "0") })]);
        Assert.Equal(422, officer.Status);
        Assert.Contains("Mỗi lần ghi được 200 hồ sơ", officer.Text, StringComparison.Ordinal);
        Assert.Null((await house.OfAsync("htx-ben-ba-chi")).Field);
    }

    [Fact]
    public async Task Nothing_marked_is_said_and_a_list_is_kept_with_its_filter_under_a_name()
    {
        var officer = await house.App.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync($"{List}/chon/linh-vuc?ma=khong-co&ma=%01");
        Assert.Contains("Chưa chọn hồ sơ nào", officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync($"{List}?q=binh");
        await officer.SubmitAsync("form[action='/quan-tri/bo-loc']", ("Input.Name", "Các HTX Bình"));
        await officer.OpenAsync(List);
        Assert.Contains(officer.Page.QuerySelectorAll(".ps-saved a"), link => link.TextContent == "Các HTX Bình" && link.GetAttribute("href") == $"{List}?q=binh");
    }

    private static List<IHtmlInputElement> Boxes(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("main input[name=ma]").Cast<IHtmlInputElement>()];

    private static async Task<string> TextAsync(Visitor visitor, string path) =>
        await (await visitor.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
