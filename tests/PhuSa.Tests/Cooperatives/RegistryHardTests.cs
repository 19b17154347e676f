using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>What two hands, a slip of the pen or a curious reader may do to the register.</summary>
public sealed class RegistryHardTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Office = RegistryHouse.Office;
    private const string Form = "main form[method=post]";

    private readonly App _app = house.App;

    [Fact]
    public async Task Point_19_figures_and_sector_saved_at_once_never_leave_a_class_of_neither()
    {
        await using var slow = _app.Services.CreateAsyncScope();
        slow.ServiceProvider.GetRequiredService<Acting>().As(RegistryHouse.By);
        var desk = slow.ServiceProvider.GetRequiredService<RegistryDesk>();
        var file = (await desk.FindAsync("htx-long-binh", CancellationToken.None))!;
        var year = new CooperativeYear(Guid.CreateVersion7(), file.Cooperative.Id, 2025);
        year.Describe(new YearContent(400, null, null, 20_000_000_000, null, null));
        desk.Db.Add(year);
        file.Cooperative.Classify([year], new DateOnly(2026, 7, 1), SizeScale.BuiltIn);
        desk.Touch(file.Cooperative);

        await house.ChangeAsync("htx-long-binh", (_, c) => c.Register(new Registration(null, null, [], RecordTime.Unknown, null, CooperativeSector.Agriculture, null, c.Source)));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => desk.Db.SaveChangesAsync());
    }

    [Fact]
    public async Task A_save_that_moves_only_the_version_tells_the_journal_nothing()
    {
        var before = await house.OfAsync("htx-cho-moi");
        var entries = await EntriesAsync();

        await house.ChangeAsync("htx-cho-moi", (db, c) => db.Entry(c).Property(x => x.Version).IsModified = true);

        Assert.Equal(before.Version + 1, (await house.OfAsync("htx-cho-moi")).Version);
        Assert.Equal(entries, await EntriesAsync());

        Task<int> EntriesAsync() => house.ReadAsync("htx-cho-moi", (db, c) => db.Set<JournalEntry>().CountAsync(entry => entry.RecordId == c.Id));
    }

    [Fact]
    public async Task Two_terms_of_one_person_are_both_compared()
    {
        var first = await OfficerAsync($"{Office}/htx-an-binh/bo-may");
        await first.SubmitAsync(Form, ("Do", "them"));
        await first.SubmitAsync(Form, ("Do", "them"));
        await first.SubmitAsync(Form, ("Input.Rows[0].Name", "Nguyễn Văn Mẫu"), ("Input.Rows[0].Role", "Chair"), ("Input.Rows[1].Name", "Nguyễn Văn Mẫu"), ("Input.Rows[1].Role", "Director"));
        Assert.Equal(302, first.Status);
        var second = await OfficerAsync($"{Office}/htx-an-binh/bo-may");
        await first.OpenAsync($"{Office}/htx-an-binh/bo-may");
        await first.SubmitAsync(Form, ("Input.Rows[1].To", "2026-06-01"));

        await second.SubmitAsync(Form, ("Input.Rows[0].Phone", "0912 345 678"));

        Assert.Equal(409, second.Status);
        Assert.Contains("01/06/2026", second.Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_not_lost_at_a_button_that_saves_nothing()
    {
        var officer = await OfficerAsync($"{Office}/htx-ben-ba-chi/so-lieu");
        await officer.SubmitAsync(Form, ("Do", "them"));
        await officer.SubmitAsync(Form, ("Input.Rows[0].Year", "2025"), ("Input.Rows[0].Capital", "2 tỷ"), ("Do", "them"));

        Assert.Equal("2 tỷ", ((IHtmlInputElement)officer.Page.QuerySelector("[name='Input.Rows[0].Capital']")!).Value);
        Assert.NotNull(officer.Page.QuerySelector("[name='Input.Rows[1].Year']"));
        await officer.SubmitAsync(Form);
        Assert.Equal(422, officer.Status);
    }

    [Fact]
    public async Task A_place_that_no_published_paper_names_is_not_found_by_readers()
    {
        await house.ChangeAsync("htx-vinh-thang", (_, c) => c.Describe(new CooperativeContent { PlaceText = "ấp Kín Cổng Cao Tường" }));

        Assert.DoesNotContain("/hop-tac-xa/htx-vinh-thang", (await _app.Visit().OpenAsync("/hop-tac-xa?q=kin+cong+cao+tuong")).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var officer = await OfficerAsync($"{Office}?q=kin+cong+cao+tuong");
        Assert.Contains("htx-vinh-thang", officer.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bo-may", "Input.Rows[0].Role", "Director", "Nhập họ và tên")]
    [InlineData("chung-nhan", "Input.Rows[0].IssuedBy", "Trung tâm chứng nhận", "Nhập tên chứng nhận")]
    [InlineData("bo-may", "Input.Rows[0].From", "0024-01-01", "cần có năm từ 1945 đến 2100")]
    [InlineData("chung-nhan", "Input.Rows[0].IssuedOn", "2027-05-01", "Ngày cấp không thể sau hôm nay")]
    public async Task A_half_filled_row_and_a_slip_of_the_year_are_told(string part, string field, string typed, string sentence)
    {
        var officer = await OfficerAsync($"{Office}/htx-vinh-binh/{part}");
        await officer.SubmitAsync(Form, ("Do", "them"));

        await officer.SubmitAsync(Form, (field, typed));

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_2_a_status_takes_effect_in_order_and_nobody_merges_into_what_is_no_more()
    {
        var today = new DateOnly(2026, 7, 1);
        await house.ChangeAsync("htx-an-binh", (_, c) => Move(c, CooperativeAction.Activate, new DateOnly(2024, 1, 1)));
        var early = await Assert.ThrowsAsync<RefusedException>(() => house.ChangeAsync("htx-an-binh", (_, c) => Move(c, CooperativeAction.Pause, new DateOnly(2020, 1, 1))));
        Assert.Contains("có hiệu lực sau ngày này", early.Text, StringComparison.Ordinal);

        await house.ChangeAsync("htx-an-binh", (_, c) => Move(c, CooperativeAction.Correct, new DateOnly(2026, 1, 1)));
        Assert.Null((await house.OfAsync("htx-an-binh")).StatusOn);

        await house.ChangeAsync("htx-an-binh", (_, c) => Move(c, CooperativeAction.Dissolve, null));
        var officer = await OfficerAsync($"{Office}/htx-ben-ba-chi/tinh-trang");
        await officer.SubmitAsync(Form, ("Input.Action", "MergeInto"), ("Input.Into", "htx-an-binh"), ("Input.Source", "Quyết định"), ("Input.Why", "Sáp nhập"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("htx-an-binh đã giải thể", officer.Text, StringComparison.Ordinal);

        void Move(Cooperative cooperative, CooperativeAction action, DateOnly? on) => cooperative.Change(action, new StatusNews(on, "Công văn", "thử", []), today, RegistryHouse.By, App.Start.UtcDateTime);
    }

    [Theory]
    [InlineData("HTX DV NN Vĩnh Thắng", "", "htx-vinh-thang")]
    [InlineData("HTX SXKD Vĩnh Thắng", "", "htx-vinh-thang")]
    public async Task Short_words_of_the_kind_hide_no_namesake(string name, string number, string code)
    {
        var officer = await OfficerAsync($"{Office}/moi");

        await officer.SubmitAsync(Form, ("Input.Name", name), ("Input.Number", number));

        Assert.Equal(422, officer.Status);
        Assert.Contains(code, officer.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1600 999 888")]
    [InlineData("1600.999.888")]
    [InlineData("1600-999888")]
    public async Task One_registration_number_is_of_one_file_however_it_is_written(string typed)
    {
        await house.ChangeAsync("htx-binh-thanh", (_, c) => c.Register(new Registration(null, "1600999888", [], RecordTime.Unknown, null, null, null, c.Source)));
        var officer = await OfficerAsync($"{Office}/moi");

        await officer.SubmitAsync(Form, ("Input.Name", "HTX Chẳng giống ai"), ("Input.Number", typed));
        Assert.Equal(422, officer.Status);

        // Nor does it help to say that it is another one.
        officer.Page.QuerySelector("#Input_IsAnother")!.SetAttribute("checked", "checked");
        await officer.SubmitAsync(Form);

        Assert.Equal(422, officer.Status);
        Assert.Contains("Số này đang ghi ở hồ sơ htx-binh-thanh", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_spelled_with_other_blanks_or_marks_apart_is_no_new_name()
    {
        var officer = await OfficerAsync($"{Office}/htx-long-binh/dang-ky");
        var name = ((IHtmlInputElement)officer.Page.QuerySelector("#Input_Name")!).Value;

        await officer.SubmitAsync(Form, ("Input.Name", "  " + name.Replace(" ", "  ", StringComparison.Ordinal).Normalize(System.Text.NormalizationForm.FormD)));

        Assert.Equal(302, officer.Status);
        Assert.Equal(name, ((IHtmlInputElement)(await officer.OpenAsync($"{Office}/htx-long-binh/dang-ky")).Page.QuerySelector("#Input_Name")!).Value);
        await _app.InDbAsync(async db => Assert.Empty(await db.Set<PhuSa.Organisations.Organisations.Organisation>().AsNoTracking().Where(o => o.Code == "htx-long-binh").SelectMany(o => o.FormerNames).ToListAsync()));
    }

    [Fact]
    public async Task A_question_cut_at_a_letter_of_two_is_no_error() =>
        Assert.Equal(200, (await OfficerAsync($"{Office}?q={new string('a', 99)}%F0%9F%8C%BE")).Status);

    private async Task<Visitor> OfficerAsync(string address) => await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(address);
}
