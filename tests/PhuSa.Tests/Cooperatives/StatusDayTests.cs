using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>A status that was recorded without its day gets it later: from the officer's page, from a table, or from the cooperative.</summary>
public sealed class StatusDayTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Form = "main form[method=post]";

    private static readonly DateOnly Today = new(2026, 7, 1);

    [Fact]
    public void A_status_without_its_day_gets_it_once_and_not_before_the_one_before_it()
    {
        var cooperative = new Cooperative(Guid.CreateVersion7(), "htx-mot");
        cooperative.Change(CooperativeAction.Activate, News(new DateOnly(2015, 1, 1)), Today, RegistryHouse.By, At(1));
        Assert.Throws<RefusedException>(() => cooperative.Change(CooperativeAction.TellDay, News(new DateOnly(2015, 1, 2)), Today, RegistryHouse.By, At(2)));
        cooperative.Change(CooperativeAction.MergeInto, new StatusNews(null, null, "vì", [Guid.CreateVersion7()]), Today, RegistryHouse.By, At(3));

        Assert.Throws<RefusedException>(() => cooperative.Change(CooperativeAction.TellDay, News(null), Today, RegistryHouse.By, At(4)));
        Assert.Throws<RefusedException>(() => cooperative.Change(CooperativeAction.TellDay, News(new DateOnly(2014, 12, 31)), Today, RegistryHouse.By, At(5)));
        Assert.Throws<RefusedException>(() => cooperative.Change(CooperativeAction.TellDay, News(Today.AddDays(1)), Today, RegistryHouse.By, At(6)));
        Assert.Equal(2, cooperative.Steps.Count);

        cooperative.Change(CooperativeAction.TellDay, News(new DateOnly(2024, 5, 1)), Today, RegistryHouse.By, At(7));
        Assert.Equal((CooperativeStatus.MergedInto, new DateOnly(2024, 5, 1)), (cooperative.Status, cooperative.StatusOn));
        Assert.Equal(cooperative.Moves[1].IntoIds, cooperative.Moves[2].IntoIds);
        Assert.Equal(["Activate", "MergeInto", "TellDay"], cooperative.Steps.Select(step => step.Action));
    }

    [Fact]
    public async Task An_officer_enters_the_day_of_the_status_on_record_and_the_choice_is_gone_then()
    {
        await UndatedAsync("htx-long-binh");
        var officer = await (await house.App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{RegistryHouse.Office}/htx-long-binh/tinh-trang");
        await officer.SubmitAsync(Form, ("Input.Action", "TellDay"), ("Input.Source", "Giấy chứng nhận"), ("Input.Why", "Nay mới có giấy"));
        Assert.Equal(422, officer.Status);
        Assert.Equal("Nhập ngày của tình trạng, như giấy tờ ghi.", officer.ErrorFor("Input.On"));
        await officer.SubmitAsync(Form, ("Input.On", "2016-02-03"));
        Assert.Equal(302, officer.Status);

        Assert.Equal(new DateOnly(2016, 2, 3), (await house.OfAsync("htx-long-binh")).StatusOn);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-long-binh");
        Assert.Contains("Ghi ngày của tình trạng đang ghi", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-long-binh/tinh-trang");
        Assert.Null(officer.Page.QuerySelector("option[value='TellDay']"));
    }

    [Fact]
    public async Task A_table_with_the_same_status_and_its_day_records_the_day_and_another_day_leaves_only_that_cell_out()
    {
        await UndatedAsync("htx-vinh-thang");
        await house.App.TakenInAsync(await house.App.LookedOverAsync("Mã,Tình trạng,Tình trạng từ ngày\nhtx-vinh-thang,đang hoạt động,05/06/2017\n"));
        Assert.Equal(new DateOnly(2017, 6, 5), (await house.OfAsync("htx-vinh-thang")).StatusOn);

        var officer = await house.App.LookedOverAsync("Mã,Tình trạng,Tình trạng từ ngày,Ngành nghề\nhtx-vinh-thang,đang hoạt động,06/06/2017,Trồng sen\n");
        Assert.Equal("0 1 0 0 0", IntakeHouse.Counts(officer));
        Assert.Contains("Dòng 2, cột “Tình trạng từ ngày”: Hồ sơ đã ghi tình trạng này từ ngày 05/06/2017", officer.Text, StringComparison.Ordinal);
        await house.App.TakenInAsync(officer);

        Assert.Contains("Hồ sơ đã ghi tình trạng này từ ngày 05/06/2017", officer.Text, StringComparison.Ordinal);
        var kept = await house.OfAsync("htx-vinh-thang");
        Assert.Equal((new DateOnly(2017, 6, 5), "Trồng sen", 2), (kept.StatusOn, kept.Field, kept.Moves.Count));
    }

    [Fact]
    public async Task A_cooperative_proposes_the_day_of_its_status_alone_or_with_another_status_and_never_the_day_without_it()
    {
        await UndatedAsync("htx-an-binh");
        var director = await house.DirectorAsync("htx-an-binh", "/htx-cua-toi/dang-ky");
        await director.SubmitAsync(Form, ("Input.Values[StatusOn]", "09/07/2018"));
        Assert.Equal(302, director.Status);
        var officer = await AnsweringAsync("htx-an-binh");
        Assert.Contains("Tình trạng đang ghi: Đang hoạt động", officer.Text, StringComparison.Ordinal);
        await AnswerAsync(officer, "htx-an-binh", "StatusOn");
        Assert.Equal(302, officer.Status);
        Assert.Equal(new DateOnly(2018, 7, 9), (await house.OfAsync("htx-an-binh")).StatusOn);

        await UndatedAsync("htx-cho-moi");
        director = await house.DirectorAsync("htx-cho-moi", "/htx-cua-toi/dang-ky");
        await director.SubmitAsync(Form, ("Input.Values[Status]", "Tạm ngừng hoạt động"), ("Input.Values[StatusOn]", "01/06/2026"));
        Assert.Equal(302, director.Status);
        officer = await AnsweringAsync("htx-cho-moi");
        await AnswerAsync(officer, "htx-cho-moi", "StatusOn");
        Assert.Equal(409, officer.Status);
        Assert.Contains("thì phải nhận cả tình trạng", officer.Text, StringComparison.Ordinal);
        Assert.Null((await house.OfAsync("htx-cho-moi")).StatusOn);

        officer = await AnsweringAsync("htx-cho-moi");
        await AnswerAsync(officer, "htx-cho-moi", "Status", "StatusOn");
        Assert.Equal(302, officer.Status);
        var kept = await house.OfAsync("htx-cho-moi");
        Assert.Equal((CooperativeStatus.Suspended, new DateOnly(2026, 6, 1)), (kept.Status, kept.StatusOn));
    }

    private static DateTime At(int minute) => new(2026, 7, 1, 1, minute, 0, DateTimeKind.Utc);

    private static StatusNews News(DateOnly? on) => new(on, "Giấy", "vì", []);

    private Task<bool> UndatedAsync(string code) => house.ChangeAsync(code, (_, c) => c.Change(CooperativeAction.Activate, News(null), Today, RegistryHouse.By, new DateTime(2026, 6, 1, 1, 0, 0, DateTimeKind.Utc)));

    private Task<FileProposal> ProposalAsync(string code) => house.ReadAsync(code, (db, c) => db.Set<FileProposal>().AsNoTracking().AsSplitQuery().SingleAsync(p => p.CooperativeId == c.Id));

    private async Task<Visitor> AnsweringAsync(string code) => await (await house.App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{ProposalDesk.Address}/{(await ProposalAsync(code)).Id}");

    private async Task AnswerAsync(Visitor officer, string code, params string[] accepted)
    {
        var items = (await ProposalAsync(code)).Items.ToDictionary(item => item.Target.ToString(), item => item.Id);
        await officer.SubmitAsync(Form, [.. accepted.Select(target => ($"Input.Verdicts[{items[target]}]", "nhan"))]);
    }
}
