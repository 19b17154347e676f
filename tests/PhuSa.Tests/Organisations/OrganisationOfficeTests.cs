using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Cooperatives;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Organisations;

/// <summary>Organisations in the office: listed, registered and renamed by an officer.</summary>
public sealed class OrganisationOfficeTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Address = "/quan-tri/to-chuc";
    private const string Form = "main form[method=post]";

    [Theory]
    [InlineData("Enterprise", "Công ty TNHH Mẫu Một", "cong-ty-tnhh-mau-mot", "doanh-nghiep")]
    [InlineData("HouseholdBusiness", "Hộ kinh doanh Mẫu Hai", "ho-kinh-doanh-mau-hai", "ho-kinh-doanh")]
    [InlineData("Agency", "Sở Mẫu Ba", "so-mau-ba", "co-quan")]
    [InlineData("ScienceOrganisation", "Viện Mẫu Bốn", "vien-mau-bon", "to-chuc-khcn")]
    [InlineData("Association", "Hội Mẫu Năm", "hoi-mau-nam", "hoi")]
    public async Task An_officer_registers_an_organisation_and_it_stands_in_the_list_of_its_kind(string kind, string name, string code, string word)
    {
        var officer = await OpenedAsync();

        await officer.SubmitAsync(Form, ("Input.Kind", kind), ("Input.Name", name), ("Input.ShortName", $"{name} (gọn)"));

        Assert.Equal((302, $"{Address}/{code}"), (officer.Status, officer.Redirect!.OriginalString));
        await officer.FollowAsync();
        Assert.Equal(name, officer.Page.QuerySelector("h1")!.TextContent);
        await officer.OpenAsync($"{Address}?loai={word}&q={Uri.EscapeDataString(PhuSa.Vietnamese.SearchText.Fold(name))}");
        Assert.Equal(name, Assert.Single(officer.Page.QuerySelectorAll("main tbody th")).TextContent.Trim());
        await house.App.InDbAsync(async db => Assert.NotNull((await db.Set<JournalEntry>().SingleAsync(e => e.Kind == "organisations" && e.Action == "Create" && e.Title == name)).PersonId));
    }

    [Fact]
    public async Task What_has_files_of_its_own_is_registered_there()
    {
        var officer = await OpenedAsync();

        Assert.NotNull(officer.Page.QuerySelector("main a[href='/quan-tri/hop-tac-xa/moi']"));
        Assert.Null(officer.Page.QuerySelector("main option[value=Cooperative], main option[value=PeoplesCreditFund]"));
        var key = officer.Page.QuerySelector("main [name='Input.Key']")!.GetAttribute("value")!;
        var token = officer.Page.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await officer.PostAsync($"{Address}/moi", ("Input.Key", key), ("__RequestVerificationToken", token), ("Input.Kind", "Cooperative"), ("Input.Name", "HTX lạc chỗ"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Chọn loại hình trong danh sách", officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync($"{Address}/htx-long-binh");
        Assert.Equal("/quan-tri/hop-tac-xa/htx-long-binh", officer.Page.QuerySelector("main a[href^='/quan-tri/hop-tac-xa/']")!.GetAttribute("href"));
        Assert.Null(officer.Page.QuerySelector("main a[href$='/ten']"));
        await officer.OpenAsync($"{Address}/htx-long-binh/ten");
        Assert.Equal((301, $"{Address}/htx-long-binh"), (officer.Status, officer.Redirect!.OriginalString));
    }

    [Fact]
    public async Task One_of_the_same_name_is_told_of_any_kind_and_time_before_a_second_is_registered()
    {
        var code = await RegisteredAsync("Agency", "Chi cục Trùng Tên");
        var officer = await house.App.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync($"{Address}/{code}/ten");
        await officer.SubmitAsync(Form, ("Input.Name", "Chi cục Tên Mới"), ("Input.Source", "Quyết định 01/QĐ-UBND"));
        Assert.Equal(302, officer.Status);

        await officer.OpenAsync($"{Address}/moi");
        await officer.SubmitAsync(Form, ("Input.Kind", "Enterprise"), ("Input.Name", "CHI CỤC TRÙNG TÊN"));
        Assert.Equal(422, officer.Status);
        Assert.Equal($"{Address}/{code}", Assert.Single(officer.Page.QuerySelectorAll("main .ps-next li a")).GetAttribute("href"));
        Assert.Equal("CHI CỤC TRÙNG TÊN", officer.Page.QuerySelector("#Input_Name")!.GetAttribute("value"));

        officer.Page.QuerySelector("#Input_IsAnother")!.SetAttribute("checked", "checked");
        await officer.SubmitAsync(Form);
        Assert.Equal((302, $"{Address}/{code}-2"), (officer.Status, officer.Redirect!.OriginalString));
    }

    [Fact]
    public async Task One_whose_name_differs_in_the_words_for_the_kind_only_is_told_before_a_second_is_registered()
    {
        var code = await RegisteredAsync("Enterprise", "Công ty TNHH Xoài Mẫu");
        var officer = await OpenedAsync();

        await officer.SubmitAsync(Form, ("Input.Kind", "Enterprise"), ("Input.Name", "Cty TNHH Xoài Mẫu"));

        Assert.Equal(422, officer.Status);
        Assert.Equal($"{Address}/{code}", Assert.Single(officer.Page.QuerySelectorAll("main .ps-next li a")).GetAttribute("href"));
    }

    [Fact]
    public async Task A_firm_may_be_called_as_a_cooperative_is()
    {
        Assert.Equal("cong-ty-tnhh-long-binh", await RegisteredAsync("Enterprise", "Công ty TNHH Long Bình"));
    }

    [Fact]
    public async Task A_longer_name_with_the_same_words_is_no_candidate()
    {
        await RegisteredAsync("Enterprise", "Công ty Rừng Xanh Miền Tây");

        Assert.Equal("cong-ty-rung-xanh", await RegisteredAsync("Enterprise", "Công ty Rừng Xanh"));
    }

    [Fact]
    public async Task A_new_name_needs_its_paper_or_reason_and_the_old_one_is_still_found()
    {
        var code = await RegisteredAsync("Enterprise", "Công ty Đổi Tên");
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Address}/{code}/ten");
        await officer.SubmitAsync(Form, ("Input.Name", "Công ty Tên Khác"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Ghi giấy tờ hoặc lý do đổi tên", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.On", "2026-07-02"), ("Input.Source", "Giấy chứng nhận thay đổi lần 2"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Ngày đổi tên không thể sau hôm nay", officer.Text, StringComparison.Ordinal);

        await officer.SubmitAsync(Form, ("Input.On", "2026-06-15"));
        Assert.Equal((302, $"{Address}/{code}"), (officer.Status, officer.Redirect!.OriginalString));
        await officer.FollowAsync();

        Assert.Equal("Công ty Tên Khác", officer.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Công ty Đổi Tên · đổi từ 15/06/2026", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Giấy chứng nhận thay đổi lần 2", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{Address}?q=cong+ty+doi+ten");
        Assert.Equal($"{Address}/{code}", officer.Page.QuerySelector("main tbody a")!.GetAttribute("href"));
        await house.App.InDbAsync(async db => Assert.Contains("Công ty Đổi Tên", (await db.Set<JournalEntry>().SingleAsync(e => e.Kind == "organisations" && e.Action == "Change" && e.Title == "Công ty Tên Khác")).Changes, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paper_of_a_change_has_no_place_where_the_name_did_not_change()
    {
        var code = await RegisteredAsync("Enterprise", "Công ty Giữ Tên");
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Address}/{code}/ten");

        await officer.SubmitAsync(Form, ("Input.ShortName", "Giữ Tên"), ("Input.Source", "Quyết định"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Tên chưa đổi", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Source", ""));

        await officer.FollowAsync();
        Assert.Contains("Chưa ghi nhận lần đổi tên nào.", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Giữ Tên", officer.Page.QuerySelector("dl.ps-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_renames_second_sees_both_versions_and_saves_over_at_the_next_press()
    {
        var code = await RegisteredAsync("Enterprise", "Công ty Hai Người");
        var (quick, slow) = (await house.App.SignedInAsync(Role.DepartmentOfficer), await house.App.SignedInAsync(Role.AllianceOfficer));
        await slow.OpenAsync($"{Address}/{code}/ten");
        await quick.OpenAsync($"{Address}/{code}/ten");
        await quick.SubmitAsync(Form, ("Input.Name", "Công ty Người Nhanh"), ("Input.Source", "Giấy A"));
        Assert.Equal(302, quick.Status);

        await slow.SubmitAsync(Form, ("Input.Name", "Công ty Người Chậm"), ("Input.Source", "Giấy B"));

        Assert.Equal(409, slow.Status);
        var row = Assert.Single(slow.Page.QuerySelectorAll("main table tbody tr"));
        Assert.Equal(["Tên", "Công ty Người Chậm", "Công ty Người Nhanh"], row.Children.Select(cell => cell.TextContent.Trim()));
        Assert.Equal(("Công ty Người Chậm", "Giấy B"), (slow.Page.QuerySelector("#Input_Name")!.GetAttribute("value"), slow.Page.QuerySelector("#Input_Source")!.GetAttribute("value")));
        await slow.SubmitAsync(Form);
        await slow.FollowAsync();
        Assert.Contains("Công ty Người Nhanh", slow.Text, StringComparison.Ordinal);
        Assert.Equal("Công ty Người Chậm", slow.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task One_form_sent_twice_and_from_many_hands_registers_one()
    {
        var officer = await OpenedAsync();
        var fields = officer.Page.QuerySelectorAll("main form input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!))
            .Append(new("Input.Kind", "Enterprise")).Append(new("Input.Name", "Công ty Cùng Lúc")).ToList();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var body = new FormUrlEncodedContent(fields);
            using var answer = await officer.Http.PostAsync(new Uri($"{Address}/moi", UriKind.Relative), body);
            return (int)answer.StatusCode;
        }));

        Assert.All(answers, status => Assert.True(status is 302 or 409 or 422, $"{status}"));
        await officer.PostAsync($"{Address}/moi", [.. fields.Select(field => (field.Key, field.Value))]);
        Assert.Equal((302, $"{Address}/cong-ty-cung-luc"), (officer.Status, officer.Redirect!.OriginalString));
        await house.App.InDbAsync(async db => Assert.Equal(1, await db.Set<Organisation>().CountAsync(o => o.Code.StartsWith("cong-ty-cung-luc"))));
    }

    [Theory]
    [InlineData("", "Enterprise", "Nhập tên, đúng từng chữ như giấy tờ ghi")]
    [InlineData("Công ty", "", "Chọn loại hình trong danh sách")]
    [InlineData("Công ty", "Bank", "“Bank” không đúng")]
    [InlineData("!!!", "Enterprise", "Tên có ký tự không đọc được; hãy gõ lại")]
    [InlineData("Công\u0001ty", "Enterprise", "Tên có ký tự không đọc được; hãy gõ lại")]
    [InlineData("300", "Enterprise", "Tên dài tối đa 300 ký tự")]
    public async Task What_is_empty_or_hostile_is_told_beside_its_field(string name, string kind, string sentence)
    {
        var officer = await OpenedAsync();
        var typed = name == "300" ? new string('a', 301) : name;

        await officer.SubmitAsync(Form, ("Input.Name", typed), ("Input.Kind", kind));

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_shown_as_it_is_and_no_organisation_gets_the_address_of_a_page()
    {
        var code = await RegisteredAsync("Enterprise", "<b>Công ty</b> 'Nháy' & \"Kép\"");
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Address}/{code}");
        Assert.Equal("<b>Công ty</b> 'Nháy' & \"Kép\"", officer.Page.QuerySelector("h1")!.TextContent);

        Assert.Equal("moi-2", await RegisteredAsync("Enterprise", "Mới"));
        using var folder = ImportFolder.With(("organisations", "code,name,short_name,kind\nmoi,Sở Mới,,agency\n"));
        Assert.Contains("là địa chỉ của một trang khác", Assert.Single((await house.App.ImportAsync(folder.Path)).Errors).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{Address}?trang=0"), InlineData($"{Address}?trang=9999"), InlineData($"{Address}/khong-co"), InlineData($"{Address}/khong-co/ten")]
    public async Task What_is_not_there_is_not_found(string address) => Assert.Equal(404, (await (await house.App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(address)).Status);

    [Fact]
    public async Task A_filter_that_finds_nothing_says_so_and_a_strange_one_is_none()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);

        Assert.Contains("Không có tổ chức nào khớp với bộ lọc.", (await officer.OpenAsync($"{Address}?q=khong-he-co-ten-nay")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await officer.OpenAsync($"{Address}?loai=la&q=%01%02")).Status);
        Assert.NotEmpty(officer.Page.QuerySelectorAll("main tbody tr"));
    }

    [Fact]
    public async Task Every_count_opens_its_list_and_the_table_to_take_away_has_the_same_lines()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync(Address);
        var count = officer.Page.QuerySelectorAll("main details a").First(a => a.GetAttribute("href")!.Contains("loai=co-quan", StringComparison.Ordinal));
        var told = int.Parse(count.TextContent.Split(": ")[^1], System.Globalization.CultureInfo.InvariantCulture);

        await officer.OpenAsync(count.GetAttribute("href")!);

        Assert.Equal(told, officer.Page.QuerySelectorAll("main tbody tr").Length);
        var sheet = officer.Page.QuerySelectorAll("main a").Single(a => a.TextContent.Trim() == "Tải CSV").GetAttribute("href")!;
        Assert.Equal($"{Address}.csv?loai=co-quan", sheet);
        var lines = (await officer.Http.GetStringAsync(new Uri(sheet, UriKind.Relative))).Trim().Split("\r\n");
        Assert.Equal(told + 1, lines.Length);
        Assert.Contains(lines, line => line.Contains("Sở Khoa học và Công nghệ", StringComparison.Ordinal));
        using var excel = await officer.Http.GetAsync(new Uri(sheet.Replace(".csv", ".xlsx", StringComparison.Ordinal), UriKind.Relative));
        Assert.True(excel.IsSuccessStatusCode);
        await house.App.InDbAsync(async db => Assert.Equal(2, await db.Set<JournalEntry>().CountAsync(e => e.Kind == "organisations" && e.Action == "Export")));
    }

    [Fact]
    public async Task Who_may_only_read_sees_the_list_and_no_form()
    {
        var leader = await house.App.SignedInAsync(Role.AllianceLeader);

        Assert.Equal(200, (await leader.OpenAsync(Address)).Status);
        Assert.Null(leader.Page.QuerySelector($"main a[href='{Address}/moi']"));
        Assert.Equal(403, (await leader.OpenAsync($"{Address}/moi")).Status);
        Assert.Equal(403, (await leader.OpenAsync($"{Address}/so-khcn/ten")).Status);
        await leader.OpenAsync($"{Address}/so-khcn");
        Assert.Null(leader.Page.QuerySelector("main a[href$='/ten']"));
        Assert.Equal(403, (await (await house.App.SignedInAsync(Role.CooperativeDirector, "htx-long-binh")).OpenAsync(Address)).Status);
    }

    [Fact]
    public async Task One_that_was_merged_answers_with_the_one_that_stayed()
    {
        var (gone, kept) = (await RegisteredAsync("Enterprise", "Công ty Nhập Đôi Một"), await RegisteredAsync("Enterprise", "Công ty Nhập Đôi Hai"));
        await house.App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(RegistryHouse.By);
            var db = services.GetRequiredService<AppDbContext>();
            var ids = await db.Set<Organisation>().Where(o => o.Code == gone || o.Code == kept).ToDictionaryAsync(o => o.Code, o => o.Id);
            await services.GetRequiredService<IOrganisationRegister>().MergeAsync(ids[gone], ids[kept], "Công ty Nhập Đôi Hai", shortName: null, CancellationToken.None);
            return await db.SaveChangesAsync();
        });
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);

        await officer.OpenAsync($"{Address}/{gone}");
        Assert.Equal((301, $"{Address}/{kept}"), (officer.Status, officer.Redirect!.OriginalString));
        await officer.OpenAsync($"{Address}/{gone}/ten");
        Assert.Equal((301, $"{Address}/{kept}"), (officer.Status, officer.Redirect!.OriginalString));
        await officer.OpenAsync($"{Address}?q=nhap+doi+mot");
        Assert.Equal($"{Address}/{kept}", Assert.Single(officer.Page.QuerySelectorAll("main tbody a")).GetAttribute("href"));
    }

    [Fact]
    public async Task The_offices_search_finds_one_by_every_name_it_had_and_readers_do_not()
    {
        var code = await RegisteredAsync("Enterprise", "Công ty Tìm Thấy Qwz");
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Address}/{code}/ten");
        await officer.SubmitAsync(Form, ("Input.Name", "Công ty Mang Tên Zwq"), ("Input.Source", "Giấy C"));
        Assert.Equal(302, officer.Status);

        foreach (var words in new[] { "zwq", "cong ty tim thay qwz" })
        {
            for (var tries = 0; !await FindsAsync(officer, words, $"{Address}/{code}"); tries++)
            {
                Assert.True(tries < 200, $"{words} is not found.");
                await Task.Delay(50);
            }
        }

        Assert.DoesNotContain("Zwq</a>", await house.App.Visit().Http.GetStringAsync(new Uri("/tim-kiem?q=zwq&cong=tat-ca", UriKind.Relative)), StringComparison.Ordinal);
        Assert.False(await FindsAsync(await house.App.SignedInAsync(Role.CooperativeDirector, "htx-long-binh"), "zwq", $"{Address}/{code}"));

        // What has a file is found by its file alone.
        Assert.True(await FindsAsync(officer, "long binh", "/hop-tac-xa/htx-long-binh"));
        Assert.False(await FindsAsync(officer, "long binh", $"{Address}/htx-long-binh"));

        static async Task<bool> FindsAsync(Visitor person, string words, string address) =>
            (await person.OpenAsync("/quan-tri/tim?q=" + Uri.EscapeDataString(words))).Page.QuerySelector($"main .ps-queue a[href='{address}']") is not null;
    }

    private async Task<Visitor> OpenedAsync() => await (await house.App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{Address}/moi");

    private async Task<string> RegisteredAsync(string kind, string name)
    {
        var officer = await OpenedAsync();
        await officer.SubmitAsync(Form, ("Input.Kind", kind), ("Input.Name", name));
        Assert.True(officer.Status == 302, officer.Text);
        return officer.Redirect!.OriginalString.Split('/')[^1];
    }
}
