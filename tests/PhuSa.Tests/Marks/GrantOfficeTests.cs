using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Point 11: rights to a mark through the pages of the office.</summary>
public sealed class GrantOfficeTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    [Theory]
    [InlineData("thu-hoi", "Đã thu hồi")]
    [InlineData("tra-lai", "Đã trả lại quyền")]
    public async Task A_right_that_was_given_ahead_is_taken_back_or_given_up_before_its_first_day(string step, string word)
    {
        var grant = await house.InStateAsync("notYet");
        var officer = await house.OfficerAsync();

        await officer.OpenAsync($"{Rights}/{grant.Id}/{step}");
        await officer.SubmitAsync(Form, ("Input.On", "2026-07-01"), ("Input.Why", "Quyết định ghi nhầm đơn vị"));

        Assert.True(officer.Status == 302, officer.Text);
        Assert.Equal(word, (await house.App.Visit().OpenAsync(CheckAddress.Of(grant.CheckCode))).Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(word, (await house.ReadAsync(grant.Id)).StandingOn(Day("2026-07-01"))!.Word);
    }

    [Fact]
    public async Task Point_11_the_samples_rights_stand_in_the_list_and_each_has_a_record_with_its_check_code()
    {
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Rights}?tinh-trang=chua-ro-han&q=long+binh");

        Assert.Equal(200, officer.Status);
        var link = Assert.Single(officer.Page.QuerySelectorAll("main th[scope=row] a"));
        await officer.OpenAsync(link.GetAttribute("href")!);
        Assert.Contains("Đã trao quyền – thời hạn: chưa có dữ liệu", officer.Page.QuerySelector("main")!.OuterHtml, StringComparison.Ordinal);
        Assert.NotNull(officer.Page.QuerySelector("svg.ps-qr path"));
        Assert.StartsWith("/xac-minh/", new Uri(officer.Page.QuerySelector(".ps-qr + p a")!.GetAttribute("href")!).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_that_was_decided_on_paper_is_registered_once_with_its_paper_and_its_details()
    {
        var holder = await house.HolderAsync();
        var number = await house.PaperAsync();
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Rights}/moi");
        Assert.Equal(200, officer.Status);
        (string, string)[] fields =
        [
            ("Input.Holder", holder.Code), ("Input.Product", "Gạo thơm"), ("Input.ProductGroup", "Gạo"), ("Input.Workshop", "Tổ 1"), ("Input.Batch", "Đợt 3"),
            ("Input.CertificateNumber", $"{Next()}/GCN"), ("Input.GivenOn", "2026-06-15"), ("Input.ExpiresOn", "2029-06-14"), ("Input.Number", number),
        ];

        var form = officer.Page.QuerySelector(Form)!;
        var mark = form.QuerySelector("[name='Input.Mark'] option[selected]")!.GetAttribute("value")!;
        (string, string)[] sent = [.. new[] { "NewId", "__RequestVerificationToken" }.Select(name => (name, form.QuerySelector($"[name={name}]")!.GetAttribute("value")!)), ("Input.Mark", mark), .. fields];
        await officer.PostAsync($"{Rights}/moi", sent);
        Assert.True(officer.Status == 302, officer.Text);
        var first = officer.Redirect!.OriginalString;
        await officer.PostAsync($"{Rights}/moi", sent);
        Assert.Equal((302, first), (officer.Status, officer.Redirect!.OriginalString));

        await officer.OpenAsync(first);
        Assert.Contains(number, officer.Text, StringComparison.Ordinal);
        Assert.Contains("14/06/2029", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Đợt 3", officer.Text, StringComparison.Ordinal);
        Assert.Equal(1, await house.InDbAsync(db => db.Set<MarkGrant>().CountAsync(g => g.HolderId == holder.Id)));
    }

    [Theory]
    [InlineData("Input.Holder", "khong-co-ai", "Không có đúng một tổ chức")]
    [InlineData("Input.Number", "9999/QĐ-KHONG", "Không có văn bản nào đã ký mang số này")]
    [InlineData("Input.Gtin", "8934567890121", "Mã số mã vạch gồm")]
    [InlineData("Input.ExpiresOn", "2020-01-01", "Ngày hết hạn không được sớm hơn")]
    [InlineData("Input.Product", "", "Nhập sản phẩm")]
    public async Task What_cannot_be_is_told_beside_its_field_and_nothing_typed_is_lost(string field, string value, string sentence)
    {
        var holder = await house.HolderAsync();
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Rights}/moi");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Holder"] = holder.Code, ["Input.Product"] = "Gạo thơm", ["Input.GivenOn"] = "2026-06-15", ["Input.Batch"] = "Đợt giữ lại", [field] = value };

        await officer.SubmitAsync(Form, [.. fields.Select(pair => (pair.Key, pair.Value))]);

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
        Assert.Equal("Đợt giữ lại", officer.Page.QuerySelector("[name='Input.Batch']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_suspension_with_its_paper_and_remedy_day_stands_on_the_record_the_check_page_and_the_journal()
    {
        var grant = await house.GrantAsync();
        var number = await house.PaperAsync("2026-07-01");
        var officer = await house.OfficerAsync();

        await StepAsync(officer, grant.Id, "tam-dung", ("Input.Until", "2026-07-31"), ("Input.Number", number));
        Assert.Equal(302, officer.Status);
        await officer.FollowAsync();
        Assert.Contains("hạn khắc phục 31/07/2026", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Không đạt kiểm nghiệm", officer.Text, StringComparison.Ordinal);
        Assert.Contains(number, officer.Text, StringComparison.Ordinal);
        var reader = await house.App.Visit().OpenAsync(Check(grant));
        Assert.Contains("Đang tạm dừng", reader.Text, StringComparison.Ordinal);
        Assert.Contains(number, reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Không đạt kiểm nghiệm", reader.Text, StringComparison.Ordinal);
        Assert.Contains(await house.App.JournalAsync(), entry => entry.RecordId == grant.Id && entry.Action == "Suspend" && entry.Why == "Không đạt kiểm nghiệm");

        await StepAsync(officer, grant.Id, "dung-lai");
        Assert.Contains("Đang có hiệu lực", (await reader.OpenAsync(Check(grant))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_recorded_before_its_paper_gets_the_paper_later()
    {
        var grant = await house.GrantAsync(then: (right, now) => right.Suspend(News(), null, By, now));
        var number = await house.PaperAsync("2026-06-30");
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Rights}/{grant.Id}/van-ban/{grant.Acts[0].Id}");
        Assert.Equal(200, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Number", ""));
        Assert.Equal(422, officer.Status);

        await officer.SubmitAsync(Form, ("Input.Number", number));

        Assert.Equal(302, officer.Status);
        Assert.Contains(number, (await house.App.Visit().OpenAsync(Check(grant))).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync($"{Rights}/{grant.Id}/van-ban/{grant.Acts[0].Id}")).Status);
    }

    [Fact]
    public async Task A_renewal_gives_a_new_term_and_certificate_and_the_old_number_is_never_given_again()
    {
        var old = $"{Next()}/GCN";
        var grant = await house.GrantAsync(expires: "2026-07-31", details: new GrantDetails(null, null, null, old, null));
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Rights}/{grant.Id}/gia-han");
        Assert.Equal("2026-08-01", officer.Page.QuerySelector("[name='Input.From']")!.GetAttribute("value"));

        await officer.SubmitAsync(Form, ("Input.To", "2029-07-31"), ("Input.CertificateNumber", $"{Next()}/GCN"), ("Input.Why", "Đạt kiểm tra định kỳ"));
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Contains("31/07/2029", (await house.App.Visit().OpenAsync(Check(grant))).Text, StringComparison.Ordinal);

        var holder = await house.HolderAsync();
        await officer.OpenAsync($"{Rights}/moi");
        await officer.SubmitAsync(Form, ("Input.Holder", holder.Code), ("Input.Product", "Gạo thơm"), ("Input.CertificateNumber", old.ToLowerInvariant().Replace("/", " /", StringComparison.Ordinal)));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Số giấy chứng nhận này đã cấp", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_revocation_the_same_right_is_given_again_only_when_the_ban_is_over()
    {
        var grant = await house.GrantAsync(then: (right, now) => right.Revoke(News("2026-01-15"), Day("2026-06-20"), By, now));
        var holder = await house.InDbAsync(db => db.Set<PhuSa.Organisations.Organisations.Organisation>().SingleAsync(o => o.Id == grant.HolderId));
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Rights}/moi");

        await officer.SubmitAsync(Form, ("Input.Holder", holder.Code), ("Input.Product", "XOÀI CÁT HOÀ LỘC"), ("Input.GivenOn", "2026-06-20"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("chưa được trao quyền cho sản phẩm này đến hết ngày 20/06/2026", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.GivenOn", "2026-06-21"));
        Assert.Equal(302, officer.Status);
        await officer.OpenAsync($"{Rights}/moi");
        await officer.SubmitAsync(Form, ("Input.Holder", holder.Code), ("Input.Product", "Xoài cát Hoà Lộc"), ("Input.GivenOn", "2026-06-21"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("đã có quyền", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_officers_on_one_right_the_second_is_told_how_it_stands_and_keeps_what_was_typed()
    {
        var grant = await house.GrantAsync();
        var (quick, slow) = (await house.OfficerAsync(), await house.OfficerAsync());
        await slow.OpenAsync($"{Rights}/{grant.Id}/tam-dung");
        await StepAsync(quick, grant.Id, "thu-hoi");

        await slow.SubmitAsync(Form, ("Input.Why", "Chưa nộp báo cáo"));

        Assert.Equal(409, slow.Status);
        Assert.Contains("nay là “Đã thu hồi”", slow.Text, StringComparison.Ordinal);
        Assert.Equal("Chưa nộp báo cáo", slow.Page.QuerySelector("[name='Input.Why']")!.TextContent.Trim());
    }

    [Fact]
    public async Task Of_two_who_correct_one_right_the_second_sees_both_versions_and_saves_over_at_the_next_press()
    {
        var grant = await house.GrantAsync();
        var (quick, slow) = (await house.OfficerAsync(), await house.OfficerAsync());
        await quick.OpenAsync($"{Rights}/{grant.Id}/sua");
        await slow.OpenAsync($"{Rights}/{grant.Id}/sua");
        await quick.SubmitAsync(Form, ("Input.Batch", "Đợt 1"), ("Input.Why", "Ghi thiếu"));
        Assert.Equal(302, quick.Status);

        await slow.SubmitAsync(Form, ("Input.Batch", "Đợt 2"), ("Input.Why", "Ghi thiếu"));
        Assert.Equal(409, slow.Status);
        Assert.Contains("Đợt 1", slow.Text, StringComparison.Ordinal);
        await slow.SubmitAsync(Form);
        Assert.Equal(302, slow.Status);
        Assert.Equal("Đợt 2", (await house.ReadAsync(grant.Id)).Batch);
    }

    [Fact]
    public async Task The_department_records_for_marks_without_a_known_owner_and_nobody_for_those_of_another_body()
    {
        var grant = await house.GrantAsync();
        var alliance = await house.App.SignedInAsync(Role.AllianceOfficer);
        Assert.Equal(200, (await alliance.OpenAsync($"{Rights}/{grant.Id}")).Status);
        Assert.Equal(404, (await alliance.OpenAsync($"{Rights}/{grant.Id}/tam-dung")).Status);
        Assert.Equal(404, (await alliance.OpenAsync($"{Rights}/{grant.Id}/sua")).Status);
        Assert.Equal(403, (await (await house.App.SignedInAsync(Role.CooperativeDirector, "htx-long-binh")).OpenAsync(Rights)).Status);
        Assert.Equal(200, (await (await house.App.SignedInAsync(Role.Auditor)).OpenAsync(Rights)).Status);
        Assert.Equal(403, (await (await house.App.SignedInAsync(Role.Auditor)).OpenAsync($"{Rights}/moi")).Status);
    }

    [Fact]
    public async Task The_register_book_tells_of_each_right_its_decision_its_issue_and_what_became_of_it()
    {
        var (given, ended) = (await house.PaperAsync(), await house.PaperAsync());
        var ids = await house.InDbAsync(db => db.Set<PhuSa.Papers.Papers.Paper>().Where(p => p.Number == given || p.Number == ended).ToDictionaryAsync(p => p.Number!, p => p.Id));
        var grant = await house.GrantAsync(then: (right, now) =>
        {
            right.Decide(ids[given]);
            right.Renew(new GrantTerm(Day("2028-01-01"), Day("2030-12-31"), "2/GCN"), News("2026-06-28"), By, now);
            right.Suspend(News("2026-06-29"), Day("2026-07-31"), By, now);
            right.Revoke(News("2026-06-30") with { PaperId = ids[ended] }, Day("2027-06-30"), By, now);
        });

        var csv = await (await house.OfficerAsync()).Http.GetStringAsync(new Uri($"{Rights}.csv?tinh-trang=thu-hoi", UriKind.Relative));

        var line = Assert.Single(csv.Split('\n'), row => row.StartsWith(grant.Code, StringComparison.Ordinal));
        Assert.Matches($",[^,]*{given}[^,]*,2,", line);
        Assert.Contains("Gia hạn quyền 28/06/2026, thời hạn trước đến hết 31/12/2027; Tạm dừng quyền 29/06/2026, đến hết 31/07/2026; Thu hồi quyền 30/06/2026, đến hết 30/06/2027 (", line, StringComparison.Ordinal);
        Assert.Contains(ended, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_taken_away_with_its_filter_and_sorts_in_Vietnamese()
    {
        var officer = await house.OfficerAsync();
        var csv = await officer.Http.GetStringAsync(new Uri($"{Rights}.csv?tinh-trang=chua-ro-han", UriKind.Relative));
        using var sheet = await officer.Http.GetAsync(new Uri($"{Rights}.xlsx", UriKind.Relative));

        Assert.Contains("Nước ép xoài", csv, StringComparison.Ordinal);
        Assert.Equal(200, (int)sheet.StatusCode);
        Assert.Equal(404, (await officer.OpenAsync($"{Rights}?trang=999")).Status);
    }

    [Fact]
    public async Task Point_12_a_right_that_ends_within_ninety_days_and_a_remedy_past_its_day_wait_for_the_officer()
    {
        var ending = await house.GrantAsync(expires: "2026-09-29");
        var later = await house.GrantAsync(expires: "2026-09-30");
        var late = await house.GrantAsync(then: (right, now) => right.Suspend(News("2026-05-01"), Day("2026-06-30"), By, now));
        var intime = await house.GrantAsync(then: (right, now) => right.Suspend(News("2026-05-01"), Day("2026-07-01"), By, now));
        var person = await house.App.PersonAsync(Role.DepartmentOfficer);
        var items = await house.App.InScopeAsync(async services =>
        {
            var rights = services.GetRequiredService<RightBook>().All.Where(right => right.Roles.Contains(Role.DepartmentOfficer)).Select(right => right.Code).ToHashSet(StringComparer.Ordinal);
            var signedIn = new SignedIn(person.Id, person.Name, person.OrganisationId!.Value, "Sở", new HashSet<Role> { Role.DepartmentOfficer }, rights, Guid.Empty);
            return await services.GetServices<IWorkSource>().OfType<GrantWork>().Single().OfAsync(signedIn, CancellationToken.None);
        });

        Assert.Equal(Day("2026-09-29"), items.Single(item => item.Url == MarkRights.Of(ending.Id)).Due);
        Assert.Equal(Day("2026-06-30"), items.Single(item => item.Url == MarkRights.Of(late.Id)).Due);
        Assert.DoesNotContain(items, item => item.Url == MarkRights.Of(later.Id) || item.Url == MarkRights.Of(intime.Id));
    }

    [Fact]
    public async Task Of_thirty_two_who_take_one_certificate_number_at_once_one_gets_it()
    {
        var number = $"{Next()}/GCN";
        var holders = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => house.HolderAsync()));
        var given = await Task.WhenAll(holders.Select(holder => house.App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(By);
            var db = services.GetRequiredService<AppDbContext>();
            var mark = await db.Set<CertificationMark>().SingleAsync();
            var grant = new MarkGrant(Guid.CreateVersion7(), $"song-song-{holder.Code}", mark.Id, holder.Id, new GrantTerms("Gạo thơm", RecordTime.Unknown, null, null, null, null), GrantStatus.Granted, By, house.App.Clock.GetUtcNow().UtcDateTime);
            grant.Detail(new GrantDetails(null, null, null, number, null));
            db.Add(grant);
            try
            {
                await db.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateException failure) when (failure.IsTwice())
            {
                return false;
            }
        })));

        Assert.Equal((1, 31), (given.Count(done => done), given.Count(done => !done)));
        Assert.Equal(1, await house.InDbAsync(db => db.Set<MarkGrant>().CountAsync(g => g.CertificateNumber == number)));
    }

    [Fact]
    public async Task Open_data_tells_the_rights_with_their_states_and_where_to_check_them()
    {
        var grant = await house.GrantAsync();
        using var all = JsonDocument.Parse(await house.App.Visit().Http.GetStringAsync(new Uri("/api/v1/marks/grants?pageSize=200", UriKind.Relative)));
        var items = all.RootElement.GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(items.Count, all.RootElement.GetProperty("total").GetInt32());
        var one = items.Single(item => item.GetProperty("verifyUrl").GetString() == Check(grant));
        Assert.Equal(("valid", "2024-01-01", "2027-12-31", "Xoài cát Hoà Lộc"), (one.GetProperty("state").GetString(), one.GetProperty("from").GetString(), one.GetProperty("to").GetString(), one.GetProperty("product").GetString()));
        var seeds = items.Where(item => item.GetProperty("state").GetString() == "unknownTerm" && item.GetProperty("from").ValueKind == JsonValueKind.Null).ToList();
        Assert.True(seeds.Count >= 6);
        Assert.All(seeds, item => Assert.Equal(JsonValueKind.Null, item.GetProperty("to").ValueKind));
        Assert.Equal(200, (await house.App.Visit().OpenAsync(seeds[0].GetProperty("verifyUrl").GetString()!)).Status);
        using var page = JsonDocument.Parse(await house.App.Visit().Http.GetStringAsync(new Uri("/api/v1/marks/grants?page=2&pageSize=3", UriKind.Relative)));
        Assert.Equal(items.Skip(3).Take(3).Select(item => item.GetProperty("verifyUrl").GetString()), page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("verifyUrl").GetString()));
        using var wrong = await house.App.Visit().Http.GetAsync(new Uri("/api/v1/marks/grants?page=0", UriKind.Relative));
        Assert.Equal(400, (int)wrong.StatusCode);
    }
}
