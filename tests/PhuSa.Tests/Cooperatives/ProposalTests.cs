using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>A cooperative proposes changes to its own file, an officer answers value by value, and who said what stays.</summary>
public sealed class ProposalTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Own = "/htx-cua-toi";
    private const string Office = RegistryHouse.Office;
    private const string Form = "main form[method=post]";

    private readonly App _app = house.App;

    [Fact]
    public async Task What_a_cooperative_proposes_stands_in_its_file_once_an_officer_accepts_it()
    {
        var director = await DirectorAsync("htx-an-binh", Own);
        Assert.Contains("Hồ sơ còn thiếu", director.Text, StringComparison.Ordinal);
        Assert.Contains("Lĩnh vực", director.Page.QuerySelectorAll("main .ps-notice li").Select(gap => gap.TextContent.Trim()));
        await director.OpenAsync($"{Own}/lien-he");
        await director.SubmitAsync(Form, ("Input.Values[Phone]", "0912 345 001"), ("Input.Values[Person]", "Trần Thị Mẫu"));
        Assert.Equal((302, Own), (director.Status, director.Redirect!.OriginalString));
        await director.FollowAsync();
        Assert.Contains("Đã gửi, chờ trả lời", director.Text, StringComparison.Ordinal);
        Assert.Null(await PhoneAsync("htx-an-binh"));

        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync("/quan-tri");
        var work = officer.Page.QuerySelectorAll("main a").OfType<IHtmlAnchorElement>().First(a => a.PathName.StartsWith(ProposalDesk.Address + "/", StringComparison.Ordinal));
        await officer.OpenAsync(work.PathName);
        var items = await ItemsAsync("htx-an-binh");
        await officer.SubmitAsync(Form, ($"Input.Verdicts[{items["Phone"]}]", "nhan"), ($"Input.Verdicts[{items["Person"]}]", "khong"), ($"Input.Reasons[{items["Person"]}]", "Không phải người đại diện"));

        Assert.Equal((302, $"{Office}/htx-an-binh"), (officer.Status, officer.Redirect!.OriginalString));
        Assert.Equal("0912345001", await PhoneAsync("htx-an-binh"));
        await officer.FollowAsync();
        Assert.Contains("Không phải người đại diện", officer.Text, StringComparison.Ordinal);
        await director.OpenAsync(Own);
        Assert.Contains("không nhận, ", director.Text, StringComparison.Ordinal);
        Assert.Contains("Không phải người đại diện", director.Text, StringComparison.Ordinal);
        await director.OpenAsync("/quan-tri/thong-bao");
        Assert.Contains("đã được trả lời: nhận 1, không nhận 1", director.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_19_members_and_money_of_a_year_are_typed_as_people_write_them_and_class_the_cooperative()
    {
        await house.ChangeAsync("htx-vinh-binh", (_, c) => c.Register(new Registration(null, null, [], RecordTime.Unknown, null, CooperativeSector.Agriculture, null, c.Source)));
        var director = await DirectorAsync("htx-vinh-binh", $"{Own}/so-lieu");
        await director.SubmitAsync(Form, ("Input.Year", "2025"), ("Input.Values[OfficialMembers]", "1.200"), ("Input.Values[Revenue]", "60.000.000.000"));
        Assert.Equal(302, director.Status);

        await AcceptAllAsync("htx-vinh-binh");

        var kept = await house.OfAsync("htx-vinh-binh");
        Assert.Equal((PhuSa.Cooperatives.Sizes.SizeClass.Large, 2025), (kept.Size, kept.SizeYear));
    }

    [Fact]
    public async Task A_changed_year_brings_the_figures_of_that_year_and_keeps_what_was_typed()
    {
        await house.ChangeAsync("htx-ben-ba-chi", (db, c) => db.AddRange(Figures(c.Id, 2024, 40, 900, 12), Figures(c.Id, 2025, 55, 1_000, null)));
        var director = await DirectorAsync("htx-ben-ba-chi", $"{Own}/so-lieu");
        Assert.Equal(("55", "1.000", ""), (Value("OfficialMembers"), Value("Capital"), Value("Employees")));

        // Sent with another year: nothing of the year that was shown goes along.
        await director.SubmitAsync(Form, ("Input.Year", "2024"), ("Input.Values[Capital]", "950"));
        Assert.Equal(422, director.Status);
        Assert.Contains("Năm đã đổi sang 2024", director.Text, StringComparison.Ordinal);
        Assert.Equal(("40", "950", "12"), (Value("OfficialMembers"), Value("Capital"), Value("Employees")));

        await director.SubmitAsync(Form, ("Do", "mo-nam"), ("Input.Year", "2025"), ("Input.Values[Employees]", ""));
        Assert.Equal(200, director.Status);
        Assert.Equal(("55", "950", ""), (Value("OfficialMembers"), Value("Capital"), Value("Employees")));
        await director.SubmitAsync(Form, ("Do", "mo-nam"), ("Input.Year", "năm nay"));
        Assert.Equal(422, director.Status);
        await director.SubmitAsync(Form, ("Input.Year", "2025"), ("Input.Values[Assets]", "5.000.000"));
        Assert.Equal(302, director.Status);

        var items = await house.ReadAsync("htx-ben-ba-chi", (db, c) => db.Set<FileProposal>().AsNoTracking().AsSplitQuery().Where(p => p.CooperativeId == c.Id && p.Year == 2025).SingleAsync());
        Assert.Equal([("Assets", "5.000.000"), ("Capital", "950")], items.Items.Select(item => (item.Target.ToString(), item.Proposed)).Order());
        await AcceptAllAsync("htx-ben-ba-chi");
        var year = await house.ReadAsync("htx-ben-ba-chi", (db, c) => db.Set<CooperativeYear>().SingleAsync(y => y.CooperativeId == c.Id && y.Year == 2025));
        Assert.Equal((55, 950L, 5_000_000L, null), (year.OfficialMembers, year.Capital, year.Assets, year.Employees));

        string Value(string target) => director.Page.QuerySelector($"[name='Input.Values[{target}]']")!.GetAttribute("value") ?? "";

        static CooperativeYear Figures(Guid cooperative, int year, int members, long capital, int? employees)
        {
            var figures = new CooperativeYear(Guid.CreateVersion7(), cooperative, year);
            figures.Describe(new YearContent(members, null, null, capital, null, null) { Employees = employees });
            return figures;
        }
    }

    [Fact]
    public async Task An_accepted_telephone_of_the_director_on_record_is_in_the_file()
    {
        await house.ChangeAsync("htx-binh-phuoc-xuan", (db, c) =>
        {
            var known = new BoardMember(Guid.CreateVersion7(), c.Id);
            known.Describe(new BoardContent("Lê Thị Giám Đốc", BoardRole.Director, null, null, null));
            db.Add(known);
        });
        var director = await DirectorAsync("htx-binh-phuoc-xuan", $"{Own}/giam-doc");
        await director.SubmitAsync(Form, ("Input.Values[DirectorPhone]", "0912 345 777"));
        Assert.Equal(302, director.Status);

        await AcceptAllAsync("htx-binh-phuoc-xuan");

        Assert.Equal(["0912345777"], await house.ReadAsync("htx-binh-phuoc-xuan", (db, c) => db.Set<BoardMember>().Where(m => m.CooperativeId == c.Id).Select(m => m.Phone).ToListAsync()));
    }

    [Fact]
    public async Task A_certificate_is_added_with_what_was_accepted_of_it()
    {
        var director = await DirectorAsync("htx-cho-moi", $"{Own}/chung-nhan");
        await director.SubmitAsync(Form, ("Input.Values[CertificateName]", "VietGAP"), ("Input.Values[CertificateNumber]", "VietGAP-TT-12-03-89-0001"), ("Input.Values[CertificateTo]", "31/12/2027"));
        Assert.Equal(302, director.Status);

        await AcceptAllAsync("htx-cho-moi");

        var held = await house.ReadAsync("htx-cho-moi", (db, c) => db.Set<HeldCertificate>().SingleAsync(k => k.CooperativeId == c.Id));
        Assert.Equal(("VietGAP", "VietGAP-TT-12-03-89-0001", new DateOnly(2027, 12, 31)), (held.Name, held.Number, held.ExpiresOn));
    }

    [Fact]
    public async Task A_certificate_that_ends_before_it_was_issued_is_not_sent()
    {
        var director = await DirectorAsync("htx-cho-moi", $"{Own}/chung-nhan");

        await director.SubmitAsync(Form, ("Input.Values[CertificateName]", "VietGAP"), ("Input.Values[CertificateOn]", "01/02/2024"), ("Input.Values[CertificateTo]", "01/02/2020"));

        Assert.Equal((422, "Ngày hết hạn trước ngày cấp"), (director.Status, director.ErrorFor("Input.Values[CertificateTo]")));
    }

    [Theory]
    [InlineData("lien-he", "Input.Values[Phone]", "12", "Số điện thoại không đúng")]
    [InlineData("lien-he", "Input.Values[Website]", "javascript:alert(1)", "phải bắt đầu bằng https://")]
    [InlineData("so-lieu", "Input.Year", "3000", "Năm phải từ")]
    [InlineData("so-lieu", "Input.Values[Capital]", "2 tỷ", "Số tiền không đọc được")]
    [InlineData("chung-nhan", "Input.Values[CertificateNumber]", "1", "Nhập tên chứng nhận")]
    public async Task What_cannot_be_read_comes_back_as_typed(string part, string field, string typed, string sentence)
    {
        var director = await DirectorAsync("htx-ben-ba-chi", $"{Own}/{part}");

        await director.SubmitAsync(Form, (field, typed));

        Assert.Equal(422, director.Status);
        Assert.Contains(sentence, director.Text, StringComparison.Ordinal);
        Assert.Equal(typed, ((IHtmlInputElement)director.Page.QuerySelector($"[name='{field}']")!).Value);
    }

    [Fact]
    public async Task Nothing_other_than_the_file_is_no_proposal_and_a_form_sent_twice_is_one()
    {
        var director = await DirectorAsync("htx-kien-an-cho-moi", $"{Own}/dang-ky");
        await director.SubmitAsync(Form);
        Assert.Equal(409, director.Status);
        Assert.Contains("không có gì để gửi", director.Text, StringComparison.Ordinal);

        await director.SubmitAsync(Form, ("Input.Values[Field]", "Trồng rau"));
        Assert.Equal(302, director.Status);
        var again = (await ProposalsAsync("htx-kien-an-cho-moi")).Single().Id;
        await director.OpenAsync($"{Own}/dang-ky");
        director.Page.QuerySelector("[name='Input.Key']")!.SetAttribute("value", again.ToString());
        await director.SubmitAsync(Form, ("Input.Values[Field]", "Trồng rau"));
        Assert.Equal(302, director.Status);
        Assert.Single(await ProposalsAsync("htx-kien-an-cho-moi"));
    }

    [Fact]
    public async Task Where_the_file_moved_meanwhile_both_values_are_shown_and_a_stale_answer_is_told()
    {
        var director = await DirectorAsync("htx-binh-thanh", $"{Own}/dang-ky");
        await director.SubmitAsync(Form, ("Input.Values[Field]", "Theo hợp tác xã"));
        var id = (await ProposalsAsync("htx-binh-thanh")).Single().Id;
        var officer = await _app.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync($"{ProposalDesk.Address}/{id}");
        await house.ChangeAsync("htx-binh-thanh", (_, c) => c.Register(new Registration(null, null, [], c.Founded, null, null, "Theo cán bộ", c.Source)));
        var item = (await ItemsAsync("htx-binh-thanh"))["Field"];

        await officer.SubmitAsync(Form, ($"Input.Verdicts[{item}]", "nhan"));

        Assert.Equal(409, officer.Status);
        Assert.Contains("Hồ sơ đã đổi sau khi đề nghị này được gửi", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Theo cán bộ", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Theo hợp tác xã", officer.Text, StringComparison.Ordinal);
        Assert.Equal("Theo cán bộ", (await house.OfAsync("htx-binh-thanh")).Field);
        await officer.SubmitAsync(Form, ($"Input.Verdicts[{item}]", "khong"));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ($"Input.Verdicts[{item}]", "nhan"));
        Assert.Equal("Theo hợp tác xã", (await house.OfAsync("htx-binh-thanh")).Field);
    }

    [Fact]
    public async Task What_the_files_rules_refuse_is_not_half_accepted()
    {
        var director = await DirectorAsync("htx-vinh-thang", $"{Own}/giam-doc");
        await director.SubmitAsync(Form, ("Input.Values[Director]", "Giám đốc mới"));

        // An officer records one while the proposal waits: then it is a change of office, and no day was asked for.
        await house.ChangeAsync("htx-vinh-thang", (db, c) =>
        {
            var member = new BoardMember(Guid.CreateVersion7(), c.Id);
            member.Describe(new BoardContent("Giám đốc đang ghi", BoardRole.Director, null, null, null));
            db.Add(member);
        });
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{ProposalDesk.Address}/{(await ProposalsAsync("htx-vinh-thang")).Single().Id}");

        await officer.SubmitAsync(Form, ($"Input.Verdicts[{(await ItemsAsync("htx-vinh-thang"))["Director"]}]", "nhan"));

        Assert.Equal(409, officer.Status);
        Assert.Contains("hãy sửa nhiệm kỳ ở phần bộ máy", officer.Text, StringComparison.Ordinal);
        Assert.Equal(ProposalStatus.Open, (await ProposalsAsync("htx-vinh-thang")).Single().Status);
    }

    [Fact]
    public async Task Point_30_nobody_sees_or_answers_for_another_cooperative()
    {
        var director = await DirectorAsync("htx-binh-phuoc-xuan", Own);
        Assert.DoesNotContain("Vĩnh Bình", director.Text, StringComparison.Ordinal);
        foreach (var address in (string[])[$"{Own}/htx-vinh-binh", $"{Own}/{Guid.CreateVersion7()}"])
        {
            Assert.Equal(404, (await director.OpenAsync(address)).Status);
        }

        Assert.Equal(403, (await director.OpenAsync(ProposalDesk.Address)).Status);
        Assert.Equal(403, (await director.OpenAsync($"{ProposalDesk.Address}/{Guid.CreateVersion7()}")).Status);
        Assert.Equal(403, (await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Own)).Status);
        var without = await _app.SignedInAsync(Role.CooperativeDirector, "htx-khong-co-ho-so");
        Assert.Contains("chưa có hồ sơ trong sổ", (await without.OpenAsync(Own)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await without.OpenAsync($"{Own}/lien-he")).Status);
    }

    [Fact]
    public async Task The_pages_of_a_cooperative_are_small()
    {
        var director = await DirectorAsync("htx-long-binh", Own);
        foreach (var address in (string[])[Own, $"{Own}/lien-he"])
        {
            Assert.InRange((await director.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length, 1, 35 * 1024);
        }
    }

    private async Task<Visitor> DirectorAsync(string code, string address) => await (await _app.SignedInAsync(Role.CooperativeDirector, code)).OpenAsync(address);

    private async Task AcceptAllAsync(string code)
    {
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{ProposalDesk.Address}/{(await ProposalsAsync(code)).Single().Id}");
        await officer.SubmitAsync(Form, [.. (await ItemsAsync(code)).Values.Select(id => ($"Input.Verdicts[{id}]", "nhan"))]);
        Assert.Equal(302, officer.Status);
    }

    private Task<List<FileProposal>> ProposalsAsync(string code) => house.ReadAsync(code, (db, c) => db.Set<FileProposal>().AsNoTracking().AsSplitQuery().Where(p => p.CooperativeId == c.Id).ToListAsync());

    private async Task<Dictionary<string, Guid>> ItemsAsync(string code) => (await ProposalsAsync(code)).SelectMany(p => p.Items).ToDictionary(item => item.Target.ToString(), item => item.Id);

    private Task<string?> PhoneAsync(string code) => house.ReadAsync(code, (db, c) => db.Set<CooperativeContact>().Where(k => k.Id == c.Id).Select(k => k.Phone).SingleOrDefaultAsync());
}
