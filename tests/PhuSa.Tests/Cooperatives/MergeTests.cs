using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Requests;
using PhuSa.Cooperatives.Merging;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Two files that are one cooperative become one, every module follows, and all of it can be taken back.</summary>
public sealed class MergeTests : IAsyncLifetime
{
    private const string Office = RegistryHouse.Office;
    private const string Form = "main form[method=post]";
    private readonly RegistryHouse _house = new();

    private App App => _house.App;

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Merged_and_taken_apart_again_everything_is_as_it_was_to_the_byte()
    {
        await MergeFiles.FillAsync(_house);
        var director = await App.PersonAsync(Role.CooperativeDirector, "htx-long-binh");
        var before = await MergeExport.OfAsync(App, director.Id);

        var officer = await MergeAsync("htx-an-binh", "htx-long-binh", ("Input.Take[nganh-nghe]", "kia"));

        Assert.Equal((302, $"{Office}/htx-an-binh"), (officer.Status, officer.Redirect!.OriginalString));
        await officer.FollowAsync();
        Assert.Contains("Gồm cả hồ sơ HTX Nông nghiệp Long Bình (mã htx-long-binh)", officer.Text, StringComparison.Ordinal);
        var kept = await _house.OfAsync("htx-an-binh");
        Assert.Equal(("1611000001", "Trồng xoài"), (kept.RegistrationNumber, kept.Field));
        Assert.Equal(["1611000002"], kept.FormerNumbers);
        Assert.Equal([2023, 2024], await _house.ReadAsync("htx-an-binh", (db, c) => db.Set<CooperativeYear>().Where(y => y.CooperativeId == c.Id).Select(y => y.Year).Order().ToListAsync()));
        Assert.Equal(120, await _house.ReadAsync("htx-an-binh", (db, c) => db.Set<CooperativeYear>().Where(y => y.CooperativeId == c.Id && y.Year == 2024).Select(y => y.OfficialMembers).SingleAsync()));
        Assert.Equal(director.Id, await _house.ReadAsync("htx-an-binh", (db, c) => db.Set<PhuSa.Identity.Appointments.Appointment>().Where(a => a.OrganisationId == c.Id).Select(a => a.PersonId).SingleAsync()));
        Assert.NotEqual(before, await MergeExport.OfAsync(App, director.Id));

        await officer.OpenAsync(officer.Page.QuerySelectorAll("main a").OfType<IHtmlAnchorElement>().First(a => a.TextContent == "Xem, tách ra").PathName);
        await officer.SubmitAsync(Form, ("Input.Why", "Gộp nhầm"));

        Assert.Equal((302, $"{Office}/htx-long-binh"), (officer.Status, officer.Redirect!.OriginalString));
        Assert.Equal(before, await MergeExport.OfAsync(App, director.Id));
    }

    [Fact]
    public async Task Old_codes_slugs_and_numbers_answer_for_ever()
    {
        await MergeFiles.FillAsync(_house);
        var officer = await MergeAsync("htx-an-binh", "htx-long-binh");

        foreach (var (address, where) in new[] { ($"{Office}/htx-long-binh", $"{Office}/htx-an-binh"), ($"{Office}/htx-long-binh/lien-he", $"{Office}/htx-an-binh"), ("/hop-tac-xa/htx-long-binh", "/hop-tac-xa/htx-an-binh"), ("/api/v1/cooperatives/htx-long-binh", "/api/v1/cooperatives/htx-an-binh") })
        {
            await officer.OpenAsync(address);
            Assert.Equal((301, where), (officer.Status, officer.Redirect?.OriginalString));
        }

        foreach (var words in new[] { "1611000002", "long binh" })
        {
            var html = (await officer.OpenAsync($"{Office}?q={Uri.EscapeDataString(words)}")).Page.QuerySelector("main tbody")!.InnerHtml;
            Assert.Contains("htx-an-binh", html, StringComparison.Ordinal);
            Assert.DoesNotContain("htx-long-binh", html, StringComparison.Ordinal);
        }

        using var table = Marks.SampleFolder.Only("cooperatives");
        Assert.Empty((await App.ImportAsync(table.Path)).Errors);
        Assert.Contains("đã được gộp", Assert.Single((await App.ImportAsync(table.Change("cooperatives", ",HTX Long Bình,", ",HTX Long Bình 1,").Path)).Errors).Problem, StringComparison.Ordinal);
        var again = await MergeAsync("htx-vinh-binh", "htx-an-binh");
        Assert.Equal(302, again.Status);
        Assert.Equal("/hop-tac-xa/htx-vinh-binh", (await officer.OpenAsync("/hop-tac-xa/htx-long-binh")).Redirect!.OriginalString);
    }

    [Fact]
    public async Task What_came_after_the_merge_stays_and_is_named()
    {
        await MergeFiles.FillAsync(_house);
        var officer = await MergeAsync("htx-an-binh", "htx-long-binh");
        await officer.FollowAsync();
        await _house.ChangeAsync("htx-an-binh", (db, c) =>
        {
            var certificate = new HeldCertificate(Guid.CreateVersion7(), c.Id);
            certificate.Describe(new CertificateContent("VietGAP sau khi gộp", null, null, null, null, null));
            db.Add(certificate);
            c.Register(new Registration(null, c.RegistrationNumber, [.. c.FormerNumbers], c.Founded, "Sửa sau khi gộp", c.Sector, c.Field, c.Source));
        });

        await officer.OpenAsync(officer.Page.QuerySelectorAll("main a").OfType<IHtmlAnchorElement>().First(a => a.TextContent == "Xem, tách ra").PathName);
        Assert.Contains("VietGAP sau khi gộp", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Cơ quan đăng ký, như giấy tờ ghi, đã sửa sau khi gộp", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Why", "Tách"));

        Assert.Equal(302, officer.Status);
        Assert.Equal("Sửa sau khi gộp", (await _house.OfAsync("htx-an-binh")).RegistrationBody);
        Assert.Equal(["VietGAP sau khi gộp"], await _house.ReadAsync("htx-an-binh", (db, c) => db.Set<HeldCertificate>().Where(k => k.CooperativeId == c.Id).Select(k => k.Name).ToListAsync()));
    }

    [Fact]
    public async Task Twice_with_itself_and_from_a_stale_page_is_told()
    {
        await MergeFiles.FillAsync(_house);
        var officer = await App.SignedInAsync(Role.DepartmentOfficer);
        Assert.Equal(422, (await officer.OpenAsync($"{Office}/htx-an-binh/gop?voi=htx-an-binh")).Status);
        Assert.Equal(422, (await officer.OpenAsync($"{Office}/htx-an-binh/gop?voi=khong-co")).Status);
        var (first, second, third) = (await OpenedAsync("htx-an-binh", "htx-long-binh"), await OpenedAsync("htx-long-binh", "htx-an-binh"), await OpenedAsync("htx-an-binh", "htx-long-binh"));
        await _house.ChangeAsync("htx-long-binh", (_, c) => c.Settle("xã Khánh Bình", null, c.Source));

        await first.SubmitAsync(Form, ("Input.Why", "Một"));
        Assert.Equal(409, first.Status);
        Assert.Contains("vừa được sửa", first.Text, StringComparison.Ordinal);
        Assert.Contains("xã Khánh Bình", first.Text, StringComparison.Ordinal);
        await first.SubmitAsync(Form, ("Input.Why", ""));
        Assert.Equal(422, first.Status);
        await first.SubmitAsync(Form, ("Input.Why", "Một"));
        Assert.Equal(302, first.Status);

        await third.SubmitAsync(Form, ("Input.Why", "Ba"));
        Assert.Equal(409, third.Status);
        await second.SubmitAsync(Form, ("Input.Why", "Hai"));
        Assert.Equal((302, $"{Office}/htx-an-binh"), (second.Status, second.Redirect!.OriginalString));
        Assert.Equal(1, await App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<FileMerge>().CountAsync()));
    }

    [Fact]
    public async Task Both_ways_at_one_moment_one_is_done()
    {
        await MergeFiles.FillAsync(_house);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => TryAsync(i % 2 == 0 ? "htx-an-binh" : "htx-long-binh", i % 2 == 0 ? "htx-long-binh" : "htx-an-binh"))));

        Assert.Equal(1, outcomes.Count(done => done));
        Assert.Equal(1, await App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<FileMerge>().CountAsync()));
    }

    [Fact]
    public async Task The_other_file_is_also_found_by_its_registration_number()
    {
        await MergeFiles.FillAsync(_house);

        var officer = await OpenedAsync("htx-an-binh", "1611000002");

        Assert.Contains("Gộp vào: HTX Nông nghiệp Long Bình (mã htx-long-binh)", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stays_behind_with_the_file_that_goes_is_shown_before_the_merge()
    {
        await MergeFiles.FillAsync(_house);
        await _house.ChangeAsync("htx-long-binh", (_, c) => c.Agree([PublicItem.Phone, PublicItem.Founded], new DateOnly(2026, 1, 5), "Phiếu đồng ý"));

        var officer = await OpenedAsync("htx-an-binh", "htx-long-binh");

        string[] Row(string head) => [.. officer.Page.QuerySelectorAll("main tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == head).QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())];
        Assert.Equal(["Thành viên chính thức: 120", "Thành viên chính thức: 99"], Row("Số liệu năm 2024"));
        Assert.Equal(["chưa có dữ liệu", "Thành lập, Điện thoại"], Row("Đồng ý công khai"));
        Assert.DoesNotContain("Số liệu năm 2023", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_whose_organisation_is_merged_while_it_is_read_is_not_there()
    {
        // What the second look finds when the merge is written behind the first.
        var (kept, gone) = (await _house.OfAsync("htx-an-binh"), await _house.OfAsync("htx-long-binh"));
        await App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(RegistryHouse.By);
            await services.GetRequiredService<IOrganisationRegister>().MergeAsync(gone.Id, kept.Id, "HTX Nông nghiệp An Bình", null, CancellationToken.None);
            return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });

        Assert.Null(await App.InScopeAsync(services => services.GetRequiredService<RegistryDesk>().FindAsync("htx-long-binh", CancellationToken.None)));
        var officer = await App.SignedInAsync(Role.DepartmentOfficer);
        Assert.Equal($"{Office}/htx-an-binh", (await officer.OpenAsync($"{Office}/htx-long-binh/lien-he")).Redirect?.OriginalString);
        Assert.Equal(422, (await officer.OpenAsync($"{Office}/htx-an-binh/gop?voi=htx-long-binh")).Status);
    }

    [Fact]
    public async Task A_merge_under_another_one_is_taken_apart_last()
    {
        await MergeFiles.FillAsync(_house);
        await MergeAsync("htx-an-binh", "htx-long-binh");
        await MergeAsync("htx-vinh-binh", "htx-an-binh");
        var officer = await App.SignedInAsync(Role.DepartmentOfficer);
        var (under, over) = await App.InScopeAsync(async services =>
        {
            var merges = await services.GetRequiredService<AppDbContext>().Set<FileMerge>().OrderBy(m => m.Id).ToListAsync();
            return (merges.Single(m => m.GoneCode == "htx-long-binh").Id, merges.Single(m => m.GoneCode == "htx-an-binh").Id);
        });

        await (await officer.OpenAsync($"{Office}/gop/{under}")).SubmitAsync(Form, ("Input.Why", "Tách"));
        Assert.Equal(409, officer.Status);
        Assert.Contains("hãy tách lần gộp đó trước", officer.Text, StringComparison.Ordinal);
        await (await officer.OpenAsync($"{Office}/gop/{over}")).SubmitAsync(Form, ("Input.Why", "Tách"));
        Assert.Equal(302, officer.Status);
        Assert.Equal($"{Office}/htx-an-binh", (await officer.OpenAsync($"{Office}/htx-long-binh")).Redirect!.OriginalString);
        await (await officer.OpenAsync($"{Office}/gop/{under}")).SubmitAsync(Form, ("Input.Why", "Tách"));
        Assert.Equal(302, officer.Status);
        Assert.Equal(200, (await officer.OpenAsync($"{Office}/htx-long-binh")).Status);
    }

    [Fact]
    public async Task Merges_into_one_file_are_taken_apart_the_latest_first_and_leave_nothing_of_theirs()
    {
        await MergeFiles.FillAsync(_house);
        var before = await MergeExport.OfAsync(App, Guid.Empty);
        await MergeAsync("htx-vinh-binh", "htx-an-binh", ("Input.Take[ten]", "kia"));
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await MergeAsync("htx-vinh-binh", "htx-long-binh", ("Input.Take[ten]", "kia"));
        foreach (var words in new[] { "Vĩnh Bình", "An Bình", "Long Bình" })
        {
            Assert.Contains("htx-vinh-binh", (await App.Visit().OpenAsync($"/api/v1/cooperatives?q={Uri.EscapeDataString(words)}")).Page.Source.Text, StringComparison.Ordinal);
        }

        var first = await UndoAsync("htx-an-binh");
        Assert.Equal(409, first.Status);
        Assert.Contains("gộp hồ sơ htx-long-binh vào cùng hồ sơ", first.Text, StringComparison.Ordinal);

        Assert.Equal(302, (await UndoAsync("htx-long-binh")).Status);
        Assert.Contains("htx-vinh-binh", (await App.Visit().OpenAsync($"/api/v1/cooperatives?q={Uri.EscapeDataString("Vĩnh Bình")}")).Page.Source.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await UndoAsync("htx-an-binh")).Status);
        Assert.Equal(before, await MergeExport.OfAsync(App, Guid.Empty));
    }

    [Fact]
    public async Task A_table_knows_a_merged_file_by_its_code_and_by_its_name()
    {
        await MergeFiles.FillAsync(_house);
        await MergeAsync("htx-an-binh", "htx-long-binh");

        var named = await App.LookedOverAsync("Tên,Ngành nghề\nHTX Nông nghiệp Long Bình,Nuôi cá\n");
        Assert.Equal("0 0 0 1 0", IntakeHouse.Counts(named));
        Assert.Contains("mã htx-an-binh", named.Text, StringComparison.Ordinal);

        var coded = await App.LookedOverAsync("Mã,Ngành nghề\nhtx-long-binh,Nuôi cá\n");
        Assert.Equal("0 1 0 0 0", IntakeHouse.Counts(coded));
    }

    [Fact]
    public async Task Two_memberships_that_cannot_be_one_by_themselves_say_what_to_do_first()
    {
        await MergeFiles.FillAsync(_house);
        var (kept, gone) = (await _house.OfAsync("htx-an-binh"), await _house.OfAsync("htx-long-binh"));
        await _house.ChangeAsync("htx-an-binh", (db, c) => db.AddRange(Request(kept.Id), Request(gone.Id)));

        var officer = await MergeAsync("htx-an-binh", "htx-long-binh");
        Assert.Equal(409, officer.Status);
        Assert.Contains("Hãy rút một đề nghị rồi gộp", officer.Text, StringComparison.Ordinal);

        await _house.ChangeAsync("htx-an-binh", (db, c) =>
        {
            db.Set<MembershipRequest>().AsSplitQuery().Single(r => r.OrganisationId == gone.Id).TakeBack("Thử", RegistryHouse.By, new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc));
            var membership = new Membership(gone.Id, gone.Code);
            var history = MembershipHistory.Of([new Joining(Guid.CreateVersion7(), Guid.CreateVersion7(), "Official", RecordTime.Day(new DateOnly(2020, 1, 1)), RecordTime.Unknown)], []);
            membership.Record(history, gone.Code, MembershipAction.Suspend, new MembershipNews(new DateOnly(2021, 1, 1), "Quyết định thử", "Thử"), new DateOnly(2026, 6, 30), RegistryHouse.By, new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc));
            db.Add(membership);
        });
        officer = await MergeAsync("htx-an-binh", "htx-long-binh");
        Assert.Equal(409, officer.Status);
        Assert.Contains("Hãy chọn hồ sơ đó là hồ sơ ở lại", officer.Text, StringComparison.Ordinal);

        officer = await MergeAsync("htx-long-binh", "htx-an-binh");
        Assert.Equal(302, officer.Status);

        static MembershipRequest Request(Guid id) => new(Guid.CreateVersion7(), new RequestSheet(id, "Official", new DateOnly(2026, 5, 1), "Đơn", null), RegistryHouse.By, new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task What_ended_a_membership_after_the_merge_is_revoked_before_that_membership_goes_back()
    {
        using var folder = ImportFolder.With(
            ("papers", "code,kind,number,title,issued_by,issued_by_text,signed_on,effective_from,source,public,void_reason\nkn-gop,decision,91/QĐ-LMHTX,Về việc kết nạp thành viên,,,2024-01-05,,,,\n"),
            ("admission-decisions", "code,paper,signed_on,announced_on,list_known,status,programme,source\nkn-gop,kn-gop,2024-01-05,,có,signed,,\n"),
            ("admissions", "code,decision,organisation,class,source\nkn-gop-1,kn-gop,htx-long-binh,official,\n"));
        Assert.Empty((await App.ImportAsync(folder.Path)).Errors);
        var kept = await _house.OfAsync("htx-an-binh");
        Assert.Equal(302, (await MergeAsync("htx-an-binh", "htx-long-binh")).Status);
        var now = new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);
        await _house.ChangeAsync("htx-an-binh", (db, c) =>
        {
            var membership = new Membership(kept.Id, kept.Code);
            var history = MembershipHistory.Of([new Joining(Guid.CreateVersion7(), Guid.CreateVersion7(), "official", RecordTime.Day(new DateOnly(2024, 1, 5)), RecordTime.Unknown)], []);
            membership.Record(history, kept.Code, MembershipAction.Suspend, new MembershipNews(new DateOnly(2026, 5, 1), "Quyết định tạm dừng thử", "Thử"), new DateOnly(2026, 6, 30), RegistryHouse.By, now);
            db.Add(membership);
        });

        var officer = await UndoAsync("htx-long-binh");
        Assert.Equal(409, officer.Status);
        Assert.Contains("Hãy huỷ việc ghi ấy", officer.Text, StringComparison.Ordinal);

        await _house.ChangeAsync("htx-an-binh", (db, c) =>
        {
            var membership = db.Set<Membership>().AsSplitQuery().Single(m => m.Id == kept.Id);
            membership.Revoke(membership.Acts[0].Id, "Tách hồ sơ", RegistryHouse.By, now);
        });
        Assert.Equal(302, (await UndoAsync("htx-long-binh")).Status);
    }

    [Fact]
    public async Task The_label_of_a_merged_cooperative_is_checked_by_the_code_it_has()
    {
        await MergeFiles.FillAsync(_house);
        var code = await App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<MarkGrant>().Where(g => g.Code.Contains("long-binh")).Select(g => g.CheckCode).FirstAsync());
        await MergeAsync("htx-an-binh", "htx-long-binh");

        var reader = await App.Visit().OpenAsync(CheckAddress.Of(code));

        Assert.Equal(200, reader.Status);
        Assert.Contains("HTX Nông nghiệp An Bình", reader.Text, StringComparison.Ordinal);
    }

    /// <summary>Both files with something to choose and something to bring over.</summary>
    private async Task<Visitor> OpenedAsync(string kept, string gone)
    {
        var officer = await App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Office}/{kept}/gop?voi={gone}");
        Assert.Equal(200, officer.Status);
        return officer;
    }

    private async Task<Visitor> MergeAsync(string kept, string gone, params (string Name, string Value)[] choices) =>
        await (await OpenedAsync(kept, gone)).SubmitAsync(Form, [("Input.Why", "Cùng một hợp tác xã, nhập hai lần"), .. choices]);

    private async Task<Visitor> UndoAsync(string gone)
    {
        var id = await App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<FileMerge>().Where(m => m.GoneCode == gone && m.UndoneAt == null).Select(m => m.Id).SingleAsync());
        var officer = await App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Office}/gop/{id}");
        return await officer.SubmitAsync(Form, ("Input.Why", "Nhầm"));
    }

    private Task<bool> TryAsync(string kept, string gone) => App.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(RegistryHouse.By);
        var desk = services.GetRequiredService<RegistryDesk>();
        try
        {
            if (await desk.FindAsync(kept, CancellationToken.None) is not { } stays || await desk.FindAsync(gone, CancellationToken.None) is not { } goes)
            {
                return false;
            }

            await services.GetRequiredService<MergeDesk>().MergeAsync(stays, goes, new MergeChoice(new HashSet<string>(), "Cùng lúc", null), RegistryHouse.By, CancellationToken.None);
            return true;
        }
        catch (Exception failure) when (failure is DbUpdateException or RefusedException)
        {
            return false;
        }
    });
}
