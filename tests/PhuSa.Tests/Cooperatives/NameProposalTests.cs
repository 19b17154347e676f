using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>A cooperative proposes another official name and its sector: the name before stays on record, with the day and the paper of the new one.</summary>
public sealed class NameProposalTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Name = "/htx-cua-toi/ten";
    private const string Registering = "/htx-cua-toi/dang-ky";
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task An_accepted_name_is_a_rename_with_its_day_and_its_paper()
    {
        var before = await NameOfAsync("htx-an-binh");
        await ProposeAsync("htx-an-binh", Name, ("Name", "Hợp tác xã  Mẫu Mới"), ("NameOn", "15/06/2026"), ("NameSource", "Giấy chứng nhận số 12"));
        var officer = await AnsweringAsync("htx-an-binh");
        Assert.Contains(before, officer.Text, StringComparison.Ordinal);
        Assert.Contains("Hợp tác xã Mẫu Mới", officer.Text, StringComparison.Ordinal);

        await AnswerAsync(officer, "htx-an-binh", "Name", "NameOn", "NameSource");

        Assert.Equal(302, officer.Status);
        Assert.Equal("Hợp tác xã Mẫu Mới", await NameOfAsync("htx-an-binh"));
        var former = Assert.Single(await FormerAsync("htx-an-binh"));
        Assert.Equal((before, new DateOnly(2026, 6, 15), "Giấy chứng nhận số 12"), (former.Name, former.On, former.Source));
    }

    [Fact]
    public async Task Where_no_paper_is_known_the_word_of_the_cooperative_is_the_source()
    {
        var before = await NameOfAsync("htx-cho-moi");
        await ProposeAsync("htx-cho-moi", Name, ("Name", "Hợp tác xã Không Giấy"));
        var officer = await AnsweringAsync("htx-cho-moi");

        await AnswerAsync(officer, "htx-cho-moi", "Name");

        var former = Assert.Single(await FormerAsync("htx-cho-moi"));
        Assert.Equal((before, null, "Đề nghị của hợp tác xã, 01/07/2026"), (former.Name, former.On, former.Source));
    }

    [Fact]
    public async Task A_name_its_day_and_its_paper_are_answered_at_once()
    {
        var before = await NameOfAsync("htx-vinh-binh");
        await ProposeAsync("htx-vinh-binh", Name, ("Name", "Hợp tác xã Nửa Chừng"), ("NameOn", "15/06/2026"));
        foreach (var (accepted, sentence) in new[] { ("NameOn", "thì phải nhận cả tên mới"), ("Name", "thì phải trả lời luôn ngày và giấy tờ") })
        {
            var officer = await AnsweringAsync("htx-vinh-binh");
            await AnswerAsync(officer, "htx-vinh-binh", accepted);
            Assert.Equal(409, officer.Status);
            Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
            Assert.Equal(before, await NameOfAsync("htx-vinh-binh"));
        }

        var items = await ItemsAsync("htx-vinh-binh");
        var last = await AnsweringAsync("htx-vinh-binh");
        await last.SubmitAsync(Form, ($"Input.Verdicts[{items["Name"]}]", "nhan"), ($"Input.Verdicts[{items["NameOn"]}]", "khong"), ($"Input.Reasons[{items["NameOn"]}]", "Giấy ghi ngày khác"));
        Assert.Equal(302, last.Status);
        var former = Assert.Single(await FormerAsync("htx-vinh-binh"));
        Assert.Equal((before, null), (former.Name, former.On));
        Assert.Contains("Giấy ghi ngày khác", (await last.FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", "", "Mục này không xoá trống được")]
    [InlineData("Name", "1234", "Nhập tên, đúng từng chữ")]
    [InlineData("NameOn", "02/07/2026", "không sau hôm nay")]
    [InlineData("NameOn", "15/06/0206", "từ năm 1945")]
    [InlineData("NameSource", "Quyết định số 3", "Tên chưa đổi nên ngày và giấy tờ")]
    public async Task What_is_no_new_name_or_no_day_of_it_is_told(string field, string typed, string sentence)
    {
        var director = await DirectorAsync("htx-ben-ba-chi", Name);

        await director.SubmitAsync(Form, ($"Input.Values[{field}]", typed));

        Assert.Equal(422, director.Status);
        Assert.Contains(sentence, director.Text, StringComparison.Ordinal);
        Assert.Equal(typed, ((IHtmlInputElement)director.Page.QuerySelector($"[name='Input.Values[{field}]']")!).Value);
    }

    [Fact]
    public async Task A_name_that_is_too_long_or_from_before_the_founding_is_told_and_markup_is_only_letters()
    {
        await house.ChangeAsync("htx-binh-thanh", (_, c) => c.Register(new Registration(null, null, [], RecordTime.Day(new DateOnly(2015, 3, 1)), null, c.Sector, null, c.Source)));
        var director = await DirectorAsync("htx-binh-thanh", Name);
        await director.SubmitAsync(Form, ("Input.Values[Name]", new string('x', 301)));
        Assert.Equal(422, director.Status);
        Assert.Contains("dài quá 300 ký tự", director.Text, StringComparison.Ordinal);
        await director.SubmitAsync(Form, ("Input.Values[Name]", "Hợp tác xã <b>Đậm</b>"), ("Input.Values[NameOn]", "01/02/2015"));
        Assert.Equal(422, director.Status);
        Assert.Contains("không thể trước ngày thành lập", director.Text, StringComparison.Ordinal);

        await director.SubmitAsync(Form, ("Input.Values[Name]", "Hợp tác xã <b>Đậm</b>"), ("Input.Values[NameOn]", ""));
        Assert.Equal(302, director.Status);
        Assert.Contains("Hợp tác xã <b>Đậm</b>", (await AnsweringAsync("htx-binh-thanh")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sector_is_chosen_from_those_that_the_file_uses_and_another_is_told()
    {
        var director = await DirectorAsync("htx-vinh-thang", Registering);
        Assert.Equal(5, director.Page.QuerySelectorAll("[name='Input.Values[Sector]'] option").Length);
        await director.SubmitAsync(Form, ("Input.Values[Sector]", "Khai thác mỏ"));
        Assert.Equal(422, director.Status);
        Assert.Contains("không có trong bốn lĩnh vực", director.Text, StringComparison.Ordinal);

        await ProposeAsync("htx-vinh-thang", Registering, ("Sector", "Dịch vụ và lĩnh vực khác"));
        var officer = await AnsweringAsync("htx-vinh-thang");
        await AnswerAsync(officer, "htx-vinh-thang", "Sector");

        Assert.Equal(302, officer.Status);
        Assert.Equal(CooperativeSector.Services, (await house.OfAsync("htx-vinh-thang")).Sector);
    }

    private async Task<Visitor> DirectorAsync(string code, string address) => await (await house.App.SignedInAsync(Role.CooperativeDirector, code)).OpenAsync(address);

    private async Task ProposeAsync(string code, string address, params (string Field, string Typed)[] values)
    {
        var director = await DirectorAsync(code, address);
        await director.SubmitAsync(Form, [.. values.Select(value => ($"Input.Values[{value.Field}]", value.Typed))]);
        Assert.Equal(302, director.Status);
    }

    private async Task<Visitor> AnsweringAsync(string code)
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        return await officer.OpenAsync($"{ProposalDesk.Address}/{(await ProposalAsync(code)).Id}");
    }

    private async Task AnswerAsync(Visitor officer, string code, params string[] accepted)
    {
        var items = await ItemsAsync(code);
        await officer.SubmitAsync(Form, [.. accepted.Select(target => ($"Input.Verdicts[{items[target]}]", "nhan"))]);
    }

    private Task<FileProposal> ProposalAsync(string code) => house.ReadAsync(code, (db, c) => db.Set<FileProposal>().AsNoTracking().AsSplitQuery().SingleAsync(p => p.CooperativeId == c.Id));

    private async Task<Dictionary<string, Guid>> ItemsAsync(string code) => (await ProposalAsync(code)).Items.ToDictionary(item => item.Target.ToString(), item => item.Id);

    private Task<string> NameOfAsync(string code) => house.ReadAsync(code, (db, c) => db.Set<Organisation>().Where(o => o.Id == c.Id).Select(o => o.Name).SingleAsync());

    private async Task<List<(string Name, DateOnly? On, string? Source)>> FormerAsync(string code)
    {
        var names = await house.ReadAsync(code, (db, c) => db.Set<Organisation>().AsNoTracking().Where(o => o.Id == c.Id).SelectMany(o => o.FormerNames).ToListAsync());
        return [.. names.Select(former => (former.Name, former.ChangedOn, former.Source))];
    }
}
