using PhuSa.Alliance.Figures;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Marks;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>Members by class, and what was promised in memoranda, as figures that a review or a plan may name.</summary>
public sealed class MembersByClassTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    [Theory]
    [InlineData("2020-06-29", 0, 0)]
    [InlineData("2020-06-30", 1, 2)]
    [InlineData("2020-08-01", 1, 2)]
    public async Task Each_class_is_a_figure_of_the_day_and_its_list_has_as_many_lines(string on, int official, int @new)
    {
        using var folder = SampleFolder.Copy()
            .Change("admission-decisions", "qd-ket-nap-2020,,2020-07-09,không", "qd-ket-nap-2020,2020-06-30,2020-07-09,có")
            .Write("admissions", "code,decision,organisation,class,source\nkn-1,qd-ket-nap-2020,htx-long-binh,official,\nkn-2,qd-ket-nap-2020,htx-an-binh,new,\nkn-3,qd-ket-nap-2020,htx-vinh-binh,new,\n");
        await using var own = await App.StartAsync(folder.Root);
        var officer = await own.SignedInAsync(Role.AllianceOfficer);
        var request = FigureRequest.UpTo(DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var sum = 0L;

        foreach (var (word, code, count) in new[] { ("Official", "official", official), ("Associate", "associate", 0), ("New", "new", @new) })
        {
            var reading = await own.AskAsync($"alliance.members.class.{code}", request);
            Assert.Equal((code, count), (code, reading.Value));
            Assert.Equal(count, reading.Evidence.Count);
            await officer.OpenAsync($"{Members}?loai={word}&tinh-trang=dang-la&ngay={on}");
            Assert.Equal((code, count), (code, officer.Page.QuerySelectorAll("main tbody tr").Length));
            sum += count;
        }

        Assert.Equal(sum, (await own.AskAsync("alliance.members", request)).Value);
    }

    [Fact]
    public async Task A_class_that_officers_make_has_its_figure_and_one_that_may_be_of_a_class_makes_only_that_class_unknown()
    {
        using var folder = SampleFolder.Copy().Change("admission-decisions", ",không,", ",có,").Write("admissions", "code,decision,organisation,class,source\nkn-1,qd-ket-nap-2020,htx-long-binh,official,\n");
        await using var own = await App.StartAsync(folder.Root);
        var officer = await own.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync("/quan-tri/lien-minh/loai-thanh-vien/moi");
        await officer.SubmitAsync(Form, ("Input.Name", "thành viên danh dự"));
        Assert.Equal(302, officer.Status);

        // The day of signing is not on record: until the ceremony nobody can say.
        var before = FigureRequest.UpTo(new DateOnly(2020, 7, 1));
        Assert.Equal(MembersRead.NotSure, (await own.AskAsync("alliance.members.class.official", before)).Missing);
        Assert.Equal(0, (await own.AskAsync("alliance.members.class.thanh-vien-danh-du", before)).Value);
        Assert.Equal(1, (await own.AskAsync("alliance.members.class.official", FigureRequest.UpTo(new DateOnly(2020, 7, 9)))).Value);
    }

    [Fact]
    public async Task While_a_decision_has_no_list_no_class_is_known() =>
        Assert.Equal(ListCounting.ListsMissing, (await house.App.AskAsync("alliance.members.class.new", FigureRequest.Everything)).Missing);

    [Fact]
    public async Task The_joint_plan_holds_what_a_memorandum_promised_against_what_was_done()
    {
        var officer = await house.OfficerAsync();
        var (memorandum, party) = await MemorandumOfficeTests.SignedAsync(house, officer, "Bản ghi nhớ trong kế hoạch phối hợp");
        await MemorandumOfficeTests.OweAsync(officer, memorandum, party.Name, "Giới thiệu hai nơi tiêu thụ", "2026-12-01");
        await MemorandumOfficeTests.OweAsync(officer, memorandum, party.Name, "Mua mười tấn xoài", "2026-12-01");
        using var folder = SampleFolder.Empty()
            .Write("plans", "code,programme,year,title,slug,source\nke-hoach-2026,phoi-hop-2019-2020,2026,Kế hoạch phối hợp 2026,2026,\n")
            .Write("plan-items", "code,plan,position,title,owner,target,unit,figure,status,carried_from,reason,source\nnghia-vu,ke-hoach-2026,1,Thực hiện nghĩa vụ theo bản ghi nhớ,Liên minh HTX,2,nghĩa vụ,alliance.obligations-met,planned,,,\nchinh-thuc,ke-hoach-2026,2,Giữ thành viên chính thức,Liên minh HTX,1,thành viên,alliance.members.class.official,planned,,,\n");
        Assert.Empty((await house.App.ImportAsync(folder.Path)).Errors);
        Assert.Equal((0L, 2L), await DoneAsync());

        await officer.OpenAsync(memorandum);
        await officer.OpenAsync(officer.Page.QuerySelectorAll("td a").First(a => a.GetAttribute("href")!.EndsWith("/da-xong", StringComparison.Ordinal)).GetAttribute("href")!);
        await officer.SubmitAsync(Form, ("Input.Why", "Biên bản ngày 01/07/2026"));
        Assert.Equal(302, officer.Status);

        Assert.Equal((1L, 2L), await DoneAsync());
        var plan = await house.App.Visit().OpenAsync("/ke-hoach/2026");
        var item = plan.Page.QuerySelector("#nghia-vu")!;
        Assert.Single(item.QuerySelectorAll(".ps-slots .on"));
        Assert.Contains("01", item.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Mua mười tấn xoài", plan.Text, StringComparison.Ordinal);

        // The figure of a class is a plan's too; here a decision without its list leaves it unknown, not uncounted.
        Assert.Contains(ListCounting.ListsMissing, plan.Page.QuerySelector("#chinh-thuc")!.TextContent, StringComparison.Ordinal);

        // Of another period, and of the other party, it is none.
        Assert.Equal(0, (await house.App.AskAsync("alliance.obligations-met", FigureAsking.Year(2025) with { OrganisationId = party.Id })).Value);
        var own = await house.App.AskAsync("alliance.obligations-met", new FigureRequest(Period.Everything, [], party.Id));
        Assert.Equal((1L, 1), (own.Value, own.Withheld));

        async Task<(long Done, long Target)> DoneAsync()
        {
            var reading = await house.App.AskAsync("plan.2026.nghia-vu", FigureRequest.Everything);
            return (reading.Value!.Value, reading.Target!.Value);
        }
    }
}
