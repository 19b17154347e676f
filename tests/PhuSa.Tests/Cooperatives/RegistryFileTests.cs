using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Places.Places;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>The file of a cooperative: each part is edited on a page of its own, nobody overwrites what they have not seen, and nothing typed is lost.</summary>
public sealed class RegistryFileTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Office = RegistryHouse.Office;
    private const string Form = "main form[method=post]";
    private const string More = "them";

    private static readonly string[] Parts = ["dang-ky", "lien-he", "so-lieu", "bo-may", "chung-nhan", "tinh-trang", "dong-y"];

    private readonly App _app = house.App;

    [Fact]
    public async Task A_new_name_keeps_the_old_one_findable_and_the_address_the_same()
    {
        var officer = await OfficerAsync();
        await officer.OpenAsync($"{Office}/htx-vinh-binh/dang-ky");

        await officer.SubmitAsync(Form, ("Input.Name", "HTX Nông nghiệp Công nghệ cao Phú Mỹ"), ("Input.NameOn", "2026-03-01"), ("Input.NameSource", "Giấy chứng nhận thay đổi lần 2"), ("Input.Number", "1601234567"), ("Input.FormerNumbers", "5007A000123\n\n5007A000123\n1601234567"), ("Input.Founded", "10/2015"), ("Input.Body", "Phòng Tài chính - Kế hoạch huyện Châu Thành"), ("Input.Sector", "Agriculture"));

        Assert.Equal((302, $"{Office}/htx-vinh-binh"), (officer.Status, officer.Redirect!.OriginalString));
        await officer.FollowAsync();
        Assert.Contains("HTX Nông nghiệp Vĩnh Bình (đến trước 01/03/2026); Giấy chứng nhận thay đổi lần 2", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Phòng Tài chính - Kế hoạch huyện Châu Thành", officer.Text, StringComparison.Ordinal);
        Assert.Equal(["5007A000123"], (await house.OfAsync("htx-vinh-binh")).FormerNumbers);
        await officer.OpenAsync($"{Office}?q=nong+nghiep+vinh+binh");
        Assert.Contains("Công nghệ cao Phú Mỹ", officer.Text, StringComparison.Ordinal);
        var reader = await _app.Visit().OpenAsync("/hop-tac-xa/htx-vinh-binh");
        Assert.Equal("HTX Nông nghiệp Công nghệ cao Phú Mỹ", reader.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task What_cannot_be_read_comes_back_with_a_message_beside_it()
    {
        var officer = await OfficerAsync();
        await officer.OpenAsync($"{Office}/htx-an-binh/dang-ky");

        await officer.SubmitAsync(Form, ("Input.Name", "  "), ("Input.Founded", "31/02/2015"), ("Input.NameOn", "2026-13-45"));

        Assert.Equal(422, officer.Status);
        Assert.Contains("Nhập tên, đúng từng chữ như giấy tờ ghi", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Thời điểm thành lập “31/02/2015” không đúng", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{Office}/htx-an-binh/dang-ky");
        Assert.Equal("10/2015", ((IHtmlInputElement)officer.Page.QuerySelector("#Input_Founded")!).Value);
    }

    [Theory]
    [InlineData("HTX Nông nghiệp An Bình", "2026-01-01", "Tên chưa đổi")]
    [InlineData("HTX An Bình mới", "2027-01-01", "không thể sau hôm nay")]
    public async Task A_day_of_renaming_is_not_lost_in_silence(string name, string on, string sentence)
    {
        var officer = await OfficerAsync();
        await officer.OpenAsync($"{Office}/htx-an-binh/dang-ky");

        await officer.SubmitAsync(Form, ("Input.Name", name), ("Input.NameOn", on));

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_another_file_has_is_refused()
    {
        await house.ChangeAsync("htx-ben-ba-chi", (_, c) => c.Register(new Registration(null, "1600111222", [], RecordTime.Unknown, null, null, null, c.Source)));
        var officer = await OfficerAsync();
        await officer.OpenAsync($"{Office}/htx-an-binh/dang-ky");

        await officer.SubmitAsync(Form, ("Input.Number", "1600111222"));

        Assert.Equal(422, officer.Status);
        Assert.Contains("Số này đang ghi ở hồ sơ htx-ben-ba-chi.", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_officers_on_one_part_are_shown_both_versions_and_nothing_typed_is_lost()
    {
        var (first, second) = (await OfficerAsync(), await OfficerAsync());
        await first.OpenAsync($"{Office}/htx-binh-phuoc-xuan/dang-ky");
        await second.OpenAsync($"{Office}/htx-binh-phuoc-xuan/dang-ky");
        await second.SubmitAsync(Form, ("Input.Field", "Trồng xoài"), ("Input.Body", "UBND huyện"));
        Assert.Equal(302, second.Status);

        await first.SubmitAsync(Form, ("Input.Field", "Trồng rau"));

        Assert.Equal(409, first.Status);
        var rows = first.Page.QuerySelectorAll("main tbody tr").Select(tr => string.Join('|', tr.Children.Select(cell => cell.TextContent.Trim()))).ToList();
        Assert.Equal(["Cơ quan đăng ký, như giấy tờ ghi|chưa có dữ liệu|UBND huyện", "Ngành nghề|Trồng rau|Trồng xoài"], rows);
        Assert.Equal("Trồng rau", ((IHtmlInputElement)first.Page.QuerySelector("#Input_Field")!).Value);
        Assert.Equal("Trồng xoài", (await house.OfAsync("htx-binh-phuoc-xuan")).Field);

        await first.SubmitAsync(Form);
        Assert.Equal(302, first.Status);
        Assert.Equal("Trồng rau", (await house.OfAsync("htx-binh-phuoc-xuan")).Field);
    }

    [Fact]
    public async Task Of_many_forms_begun_from_one_version_one_is_saved_and_every_other_is_told()
    {
        var officer = await OfficerAsync();
        await officer.OpenAsync($"{Office}/htx-vinh-thang/dang-ky");
        var fields = officer.Page.QuerySelectorAll($"{Form} input").OfType<IHtmlInputElement>().Where(input => input.Name != "Input.Field" && input.Name is not null).Select(input => KeyValuePair.Create(input.Name!, input.Value)).ToList();
        var before = await EntriesAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            using var body = new FormUrlEncodedContent([.. fields, new("Input.Field", $"Ngành {i}")]);
            using var answer = await officer.Http.PostAsync(new Uri($"{Office}/htx-vinh-thang/dang-ky", UriKind.Relative), body);
            return (int)answer.StatusCode;
        }));

        Assert.Single(answers, status => status == 302);
        Assert.Equal(15, answers.Count(status => status == 409));
        Assert.StartsWith("Ngành ", (await house.OfAsync("htx-vinh-thang")).Field, StringComparison.Ordinal);
        Assert.Equal(before + 1, await EntriesAsync());

        Task<int> EntriesAsync() => house.ReadAsync("htx-vinh-thang", (db, c) => db.Set<JournalEntry>().CountAsync(entry => entry.RecordId == c.Id && entry.Kind == "cooperatives" && entry.Action == "Change"));
    }

    [Fact]
    public async Task Two_officers_on_different_parts_do_not_disturb_each_other()
    {
        var (first, second) = (await OfficerAsync(), await OfficerAsync());
        await first.OpenAsync($"{Office}/htx-kien-an-cho-moi/chung-nhan");
        await second.OpenAsync($"{Office}/htx-kien-an-cho-moi/lien-he");
        await AddRowAsync(first);
        await second.SubmitAsync(Form, ("Input.Phone", "+84 912.345.001"));
        await first.SubmitAsync(Form, ("Input.Rows[0].Name", "VietGAP"));

        Assert.Equal((302, 302), (first.Status, second.Status));
    }

    [Fact]
    public async Task Point_17_and_19_members_by_the_laws_types_and_money_by_year_give_the_size_class()
    {
        var officer = await OfficerAsync();
        await house.ChangeAsync("htx-binh-thanh", (_, c) => c.Register(new Registration(null, null, [], RecordTime.Unknown, null, CooperativeSector.Agriculture, null, c.Source)));
        await officer.OpenAsync($"{Office}/htx-binh-thanh/so-lieu");
        await AddRowAsync(officer);
        Assert.Equal(200, officer.Status);

        await officer.SubmitAsync(Form, ("Input.Rows[0].Year", "2025"), ("Input.Rows[0].OfficialMembers", "60"), ("Input.Rows[0].Revenue", "2.000.000.000"));

        await officer.FollowAsync();
        Assert.Contains("Quy mô: Nhỏ · theo số liệu năm 2025", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Nghị định 113/2024/NĐ-CP", officer.Text, StringComparison.Ordinal);
        var year = await house.ReadAsync("htx-binh-thanh", (db, c) => db.Set<CooperativeYear>().SingleAsync(y => y.CooperativeId == c.Id));
        Assert.Equal((60, null, null, null, 2_000_000_000L), (year.OfficialMembers, year.CapitalLinkedMembers, year.LinkedMembers, year.Capital, year.Revenue));

        await officer.OpenAsync($"{Office}/htx-binh-thanh/so-lieu");
        await officer.SubmitAsync(Form, ("Input.Rows[0].OfficialMembers", ""), ("Input.Rows[0].Revenue", ""));
        Assert.Equal(302, officer.Status);
        Assert.Equal(SizeClass.NotEnoughData, (await house.OfAsync("htx-binh-thanh")).Size);
        Assert.Equal(0, await house.ReadAsync("htx-binh-thanh", (db, c) => db.Set<CooperativeYear>().CountAsync(y => y.CooperativeId == c.Id)));
    }

    [Theory]
    [InlineData("2025", "-1", "1", "Thành viên chính thức: “-1” không đúng")]
    [InlineData("2025", "5", "1,5", "không đúng. Nhập số tròn")]
    [InlineData("2099", "5", "1", "Năm phải từ")]
    [InlineData("", "5", "1", "Nhập năm của số liệu")]
    [InlineData("2025", "3.000.000.000", "1", "Thành viên chính thức là số nguyên từ 0")]
    public async Task A_year_that_cannot_be_is_refused_in_a_sentence(string year, string members, string capital, string sentence)
    {
        var officer = await OfficerAsync();
        await officer.OpenAsync($"{Office}/htx-vinh-thang/so-lieu");
        await AddRowAsync(officer);

        await officer.SubmitAsync(Form, ("Input.Rows[0].Year", year), ("Input.Rows[0].OfficialMembers", members), ("Input.Rows[0].Capital", capital));

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_member_has_a_term_and_the_journal_does_not_tell_the_name()
    {
        var officer = await OfficerAsync();
        await officer.OpenAsync($"{Office}/htx-long-binh/bo-may");
        await AddRowAsync(officer);
        await officer.SubmitAsync(Form, ("Input.Rows[0].Name", "Trần Thị Bông Lúa"), ("Input.Rows[0].Role", ""), ("Input.Rows[0].Phone", "12"), ("Input.Rows[0].From", "2026-01-01"), ("Input.Rows[0].To", "2025-01-01"));
        Assert.Equal(422, officer.Status);
        Assert.Equal(3, officer.Page.QuerySelectorAll("main .has-error").Length);

        await officer.SubmitAsync(Form, ("Input.Rows[0].Role", "Director"), ("Input.Rows[0].Phone", "0912 345 002"), ("Input.Rows[0].To", ""));

        await officer.FollowAsync();
        Assert.Contains("Trần Thị Bông Lúa · Giám đốc (Tổng giám đốc) · từ 01/01/2026 · 0912345002", officer.Text, StringComparison.Ordinal);
        var told = await house.ReadAsync("htx-long-binh", (db, _) => db.Set<JournalEntry>().Where(e => e.Kind == "cooperatives_board").Select(e => e.Title + e.Changes).ToListAsync());
        Assert.NotEmpty(told);
        Assert.All(told, entry => Assert.DoesNotContain("Bông Lúa", entry, StringComparison.Ordinal));
        Assert.All(told, entry => Assert.DoesNotContain("0912345002", entry, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Point_26_a_certificate_number_keeps_its_old_province_code_letter_for_letter()
    {
        var officer = await OfficerAsync();
        await officer.OpenAsync($"{Office}/htx-cho-moi/chung-nhan");
        await AddRowAsync(officer);

        await officer.SubmitAsync(Form, ("Input.Rows[0].Name", "VietGAP"), ("Input.Rows[0].Number", "VietGAP-TT-12-03-89-0001"), ("Input.Rows[0].ExpiresOn", "2020-10-26"));

        await officer.FollowAsync();
        Assert.Contains("VietGAP · VietGAP-TT-12-03-89-0001 · đến hết 26/10/2020", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Hết hạn", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_of_the_status_leaves_a_step_with_date_paper_and_reason()
    {
        var officer = await OfficerAsync();
        await officer.OpenAsync($"{Office}/htx-vinh-thang/tinh-trang");
        await officer.SubmitAsync(Form, ("Input.Action", "Activate"), ("Input.Why", ""));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Action", "Activate"), ("Input.On", "2027-01-01"), ("Input.Source", "Báo cáo"), ("Input.Why", "Có báo cáo năm"));
        Assert.Equal(409, officer.Status);
        Assert.Contains("không thể sau hôm nay", officer.Text, StringComparison.Ordinal);

        await officer.SubmitAsync(Form, ("Input.On", "2026-01-15"), ("Input.Source", "Báo cáo năm 2025"));

        await officer.FollowAsync();
        Assert.Contains("Đang hoạt động", officer.Page.QuerySelector(".ps-title")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Có hiệu lực từ 15/01/2026; Báo cáo năm 2025 Có báo cáo năm", officer.Text, StringComparison.Ordinal);
        Assert.True(await house.ReadAsync("htx-vinh-thang", (db, c) => db.Set<JournalEntry>().AnyAsync(e => e.RecordId == c.Id && e.Action == "Activate" && e.PersonId != null)));
    }

    [Fact]
    public async Task A_stale_move_is_refused_and_says_what_the_status_is_now()
    {
        var officer = await OfficerAsync();
        await officer.OpenAsync($"{Office}/htx-ben-ba-chi/tinh-trang");
        await house.ChangeAsync("htx-ben-ba-chi", (_, c) => c.Change(CooperativeAction.Pause, new StatusNews(null, null, "x", []), new DateOnly(2026, 7, 1), RegistryHouse.By, App.Start.UtcDateTime));

        await officer.SubmitAsync(Form, ("Input.Action", "Activate"), ("Input.Source", "Báo cáo"), ("Input.Why", "vì"));
        Assert.Equal(409, officer.Status);
        Assert.Contains(officer.Page.QuerySelectorAll("main tbody tr"), row => row.Children.Select(cell => cell.TextContent.Trim()).SequenceEqual(["Tình trạng", "Ghi nhận đang hoạt động", "Tạm ngừng hoạt động"]));

        await officer.PostAsync($"{Office}/htx-ben-ba-chi/tinh-trang", ("__RequestVerificationToken", Token(officer)), ("Stamp", ((IHtmlInputElement)officer.Page.QuerySelector("main input[name=Stamp]")!).Value), ("Input.Action", "Activate"), ("Input.Source", "Báo cáo"), ("Input.Why", "vì"));
        Assert.Equal(409, officer.Status);
        Assert.Equal(CooperativeStatus.Suspended, (await house.OfAsync("htx-ben-ba-chi")).Status);
    }

    [Fact]
    public async Task A_merger_names_the_one_on_record_that_took_over()
    {
        var officer = await OfficerAsync();
        await officer.OpenAsync($"{Office}/htx-kien-an-cho-moi/tinh-trang");
        await officer.SubmitAsync(Form, ("Input.Action", "MergeInto"), ("Input.Into", "htx-khong-co"), ("Input.Source", "Quyết định"), ("Input.Why", "Sáp nhập"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("“htx-khong-co”", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Into", ""));
        Assert.Equal(409, officer.Status);

        await officer.SubmitAsync(Form, ("Input.Into", "htx-cho-moi"));

        await officer.FollowAsync();
        Assert.NotNull(officer.Page.QuerySelector($"main .ps-timeline a[href='{Office}/htx-cho-moi']"));
        Assert.Equal(200, (await _app.Visit().OpenAsync("/hop-tac-xa/htx-kien-an-cho-moi")).Status);
    }

    [Fact]
    public async Task Point_26_an_officer_points_at_a_unit_and_the_words_of_the_paper_stay()
    {
        var officer = await OfficerAsync();
        await officer.OpenAsync($"{Office}/htx-cho-moi/lien-he");
        await officer.SubmitAsync(Form, ("Do", "tim"), ("Input.PlaceText", "xã Bình Phước Xuân, H. Chợ Mới"), ("Input.PlaceQuery", "binh phuoc xuan"));
        Assert.Equal(200, officer.Status);
        var unit = officer.Page.QuerySelectorAll("#Input_PlaceId option").First(option => option.TextContent.Contains("Bình Phước Xuân", StringComparison.Ordinal)).GetAttribute("value")!;

        await officer.SubmitAsync(Form, ("Do", "luu"), ("Input.PlaceId", unit), ("Input.Phone", "(0296) 3.883.001"), ("Input.Email", "htx@vi-du.vn"), ("Input.Latitude", "10,386512"), ("Input.Longitude", "105,43512"));

        await officer.FollowAsync();
        Assert.Contains("xã Bình Phước Xuân, H. Chợ Mới", officer.Text, StringComparison.Ordinal);
        Assert.Contains("xã Cù Lao Giêng, tỉnh An Giang", officer.Text, StringComparison.Ordinal);
        Assert.Contains("02963883001", officer.Text, StringComparison.Ordinal);
        Assert.Contains("vĩ độ 10,386512, kinh độ 105,43512", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{Office}?noi=cu+lao+gieng");
        Assert.Contains("htx-cho-moi", officer.Page.QuerySelector("main tbody th a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Latitude", "10.386512")]
    [InlineData("Input.Latitude", "95")]
    [InlineData("Input.Latitude", "10,5")]
    [InlineData("Input.Phone", "abc")]
    [InlineData("Input.Phone", "12")]
    [InlineData("Input.Email", "khong-phai")]
    [InlineData("Input.Website", "javascript:alert(1)")]
    [InlineData("Input.Website", "vi-du.vn")]
    public async Task A_contact_that_cannot_be_is_refused(string field, string typed)
    {
        var officer = await OfficerAsync();
        await officer.OpenAsync($"{Office}/htx-vinh-thang/lien-he");

        await officer.SubmitAsync(Form, (field, typed));

        Assert.Equal(422, officer.Status);
        Assert.NotNull(officer.Page.QuerySelector("main .has-error"));
    }

    [Fact]
    public async Task Point_26_a_unit_that_was_divided_asks_a_person()
    {
        var split = await house.ReadAsync("htx-binh-thanh", (db, _) => db.Set<Place>().Where(p => p.Name == "Xã Phú Hội" && p.ValidFrom == null).Select(p => p.Id).SingleAsync());
        await house.ChangeAsync("htx-binh-thanh", (_, c) => c.Settle("xã Phú Hội", split, c.Source));
        var officer = await OfficerAsync();

        await officer.OpenAsync($"{Office}/htx-binh-thanh");
        Assert.Contains("đã được chia cho", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{Office}/htx-binh-thanh/lien-he");
        Assert.Contains("Chỉ người biết nơi đó mới chọn được", officer.Text, StringComparison.Ordinal);
        Assert.True(officer.Page.QuerySelectorAll("#Input_PlaceId option").Length >= 4);
    }

    [Fact]
    public async Task Who_may_only_read_sees_the_file_and_changes_nothing()
    {
        var auditor = await _app.SignedInAsync(Role.Auditor);
        await auditor.OpenAsync($"{Office}/htx-an-binh");

        Assert.Equal(200, auditor.Status);
        Assert.Empty(auditor.Page.QuerySelectorAll($"main a[href^='{Office}/htx-an-binh/']:not([href*='/bao-cao/'])"));
        foreach (var part in Parts.Append("../moi"))
        {
            Assert.Equal(403, (await auditor.OpenAsync($"{Office}/{(part == "../moi" ? "moi" : $"htx-an-binh/{part}")}")).Status);
        }
    }

    [Fact]
    public async Task Whatever_is_typed_into_a_part_is_answered_and_no_script_comes_back()
    {
        string[] odd = ["<script>alert(1)</script>", string.Concat(Enumerable.Repeat("ạ", 10_000)), "'; DROP TABLE cooperatives; --", "-1", "99999999999999999999", "2026-13-45", "🌾‮ạb", "=1+1", ""];
        var officer = await OfficerAsync();
        foreach (var address in Parts.Select(part => $"{Office}/htx-an-binh/{part}").Append($"{Office}/moi"))
        {
            foreach (var value in odd)
            {
                await officer.OpenAsync(address);
                var form = (IHtmlFormElement)officer.Page.QuerySelector(Form)!;
                var fields = form.Elements.OfType<IHtmlElement>().Select(e => e.GetAttribute("name")).OfType<string>().Where(name => name.StartsWith("Input.", StringComparison.Ordinal)).Distinct().Select(name => (name, value))
                    .Concat(Enumerable.Range(0, 2).SelectMany(i => new[] { "Name", "Year", "Role", "Phone", "From", "OfficialMembers", "Id", "Revenue", "ExpiresOn" }.Select(name => ($"Input.Rows[{i}].{name}", value))))
                    .Append(("Input.Key", value)).Append(("__RequestVerificationToken", Token(officer)))
                    .Append(("Stamp", (form.QuerySelector("input[name=Stamp]") as IHtmlInputElement)?.Value ?? "")).ToArray();
                await officer.PostAsync(address, fields);

                Assert.True(officer.Status is 200 or 302 or 409 or 422, $"{address} “{value[..Math.Min(value.Length, 20)]}”: {officer.Status}");
                Assert.Empty(officer.Page.QuerySelectorAll("main script"));
            }
        }
    }

    private static string Token(Visitor visitor) => ((IHtmlInputElement)visitor.Page.QuerySelector("main input[name=__RequestVerificationToken]")!).Value;

    private static async Task AddRowAsync(Visitor officer) => await officer.SubmitAsync(Form, ("Do", More));

    private Task<Visitor> OfficerAsync() => _app.SignedInAsync(Role.AllianceOfficer);
}
