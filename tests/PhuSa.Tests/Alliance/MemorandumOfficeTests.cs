using System.Globalization;
using PhuSa.Alliance.Memoranda;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Marks;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>Memoranda in the Alliance's office, and what their parties owe.</summary>
public sealed class MemorandumOfficeTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    private const string Memoranda = "/quan-tri/lien-minh/ban-ghi-nho";

    [Fact]
    public void The_flow_of_an_obligation_is_exactly_this() => Assert.Equal(
        """
        Open --Fulfil--> Done
        Open --Waive--> Waived
        Done --Resume--> Open
        Waived --Resume--> Open
        """.ReplaceLineEndings("\n"),
        ObligationFlow.Table.ToString());

    [Fact]
    public async Task An_obligation_past_its_day_stands_on_the_desk_in_the_list_and_in_the_figure_until_it_is_met()
    {
        var officer = await house.OfficerAsync();
        var (memorandum, party) = await SignedAsync(house, officer, "Bản ghi nhớ có nghĩa vụ quá hạn");
        await OweAsync(officer, memorandum, party.Name, "Giới thiệu 10 nơi tiêu thụ quá hạn", "2026-05-31");
        await OweAsync(officer, memorandum, party.Name, "Nghĩa vụ không nêu hạn", "");
        await officer.OpenAsync("/quan-tri");
        Assert.Contains("Giới thiệu 10 nơi tiêu thụ quá hạn", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nghĩa vụ không nêu hạn", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Bản ghi nhớ có nghĩa vụ quá hạn", (await officer.OpenAsync($"{Memoranda}?tinh-trang=qua-han")).Text, StringComparison.Ordinal);
        var request = new FigureRequest(Period.Everything, [], party.Id);
        var reading = await house.App.AskAsync("alliance.obligations-overdue", request);
        Assert.Equal((1, 1), (reading.Value, reading.Withheld));

        await officer.OpenAsync(memorandum);
        await officer.OpenAsync(officer.Page.QuerySelectorAll("td a").First(a => a.GetAttribute("href")!.EndsWith("/da-xong", StringComparison.Ordinal)).GetAttribute("href")!);
        await officer.SubmitAsync(Form, ("Input.Why", ""));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Why", "Biên bản ngày 02/07/2026"));
        await officer.FollowAsync();

        Assert.Contains("Biên bản ngày 02/07/2026", officer.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await house.App.AskAsync("alliance.obligations-overdue", request)).Value);

        // At the end of a period that is over it stands as it stood then (point 2).
        Assert.Equal(1, (await house.App.AskAsync("alliance.obligations-overdue", request with { Period = new Period(null, new DateOnly(2026, 6, 30)) })).Value);
        Assert.Equal(0, (await house.App.AskAsync("alliance.obligations-overdue", request with { Period = new Period(null, new DateOnly(2026, 5, 31)) })).Value);
        Assert.DoesNotContain("Giới thiệu 10 nơi", (await officer.OpenAsync("/quan-tri")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_met_waived_or_ended_counts_on_the_day_of_the_deed_not_of_its_recording()
    {
        var officer = await house.OfficerAsync();
        var (memorandum, party) = await SignedAsync(house, officer, "Bản ghi nhớ ghi chậm");
        await OweAsync(officer, memorandum, party.Name, "Giao giống đúng hạn, ghi chậm", "2026-04-30");
        await OweAsync(officer, memorandum, party.Name, "Tập huấn không còn cần", "2026-04-30");
        await OweAsync(officer, memorandum, party.Name, "Bao tiêu còn nợ", "2026-04-30");
        var own = new FigureRequest(Period.Everything, [], party.Id);
        Assert.Equal(3, await OverdueAsync("2026-05-31"));

        // Arrears from before a period are still arrears at its end.
        Assert.Equal(3, (await house.App.AskAsync("alliance.obligations-overdue", own with { Period = new Period(new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 31)) })).Value);

        // Not before the signing, not ahead, not without a day; what was typed stays.
        await TakeAsync("/da-xong");
        foreach (var (day, sentence) in new[] { ("2025-01-01", "trước ngày ký bản ghi nhớ"), ("2031-01-01", "không thể sau hôm nay"), ("", "Nhập ngày xảy ra"), ("hôm kia", "không đúng") })
        {
            await officer.SubmitAsync(Form, ("Input.On", day), ("Input.Why", "Biên bản giao giống"));
            Assert.Equal(422, officer.Status);
            Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
            Assert.Equal("Biên bản giao giống", officer.Page.QuerySelector("textarea")!.TextContent.Trim());
        }

        await officer.SubmitAsync(Form, ("Input.On", "2026-04-20"), ("Input.Why", "Biên bản giao giống"));
        await officer.FollowAsync();
        Assert.Contains("20/04/2026", officer.Text, StringComparison.Ordinal);
        Assert.Equal((2, 1), (await OverdueAsync("2026-05-31"), await MetAsync("2026-04-30")));
        Assert.Equal(0, await MetAsync("2026-04-19"));
        await TakeAsync("/thoi");
        await officer.SubmitAsync(Form, ("Input.On", "2026-05-10"), ("Input.Why", "Hai bên thống nhất"));
        Assert.Equal((1, 2), (await OverdueAsync("2026-05-31"), await OverdueAsync("2026-05-09")));

        // Opened again, it never was met.
        await TakeAsync("/mo-lai");
        Assert.Null(officer.Page.QuerySelector("[name='Input.On']"));
        await officer.SubmitAsync(Form, ("Input.Why", "Ghi nhầm"));
        Assert.Equal((2, 0), (await OverdueAsync("2026-05-31"), await MetAsync("2026-12-31")));

        await officer.OpenAsync($"{memorandum}/ket-thuc");
        await officer.SubmitAsync(Form, ("Input.On", "2026-05-20"), ("Input.Why", "Chấm dứt theo thoả thuận"));
        await officer.FollowAsync();
        Assert.Contains("20/05/2026", officer.Text, StringComparison.Ordinal);
        Assert.Equal((0, 3), (await OverdueAsync("2026-05-31"), await OverdueAsync("2026-05-09")));

        async Task TakeAsync(string step)
        {
            await officer.OpenAsync(memorandum);
            await officer.OpenAsync(officer.Page.QuerySelectorAll("td a").First(a => a.GetAttribute("href")!.EndsWith(step, StringComparison.Ordinal)).GetAttribute("href")!);
        }

        async Task<long> OverdueAsync(string on) => (await house.App.AskAsync("alliance.obligations-overdue", own with { Period = new Period(null, DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture)) })).Value!.Value;

        async Task<long> MetAsync(string until) => (await house.App.AskAsync("alliance.obligations-met", own with { Period = new Period(null, DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture)) })).Value!.Value;
    }

    [Fact]
    public async Task A_memorandum_is_extended_broken_and_ended_each_with_a_reason()
    {
        var officer = await house.OfficerAsync();
        var (memorandum, _) = await SignedAsync(house, officer, "Bản ghi nhớ đi hết vòng đời");
        await officer.OpenAsync($"{memorandum}/gia-han");
        await officer.SubmitAsync(Form, ("Input.Why", "Hai bên muốn tiếp tục"));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Until", "2025-12-31"), ("Input.Why", "Sớm hơn"));
        Assert.Equal(409, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Until", "2027-12-31"));
        await officer.FollowAsync();
        Assert.Contains("31/12/2027", officer.Text, StringComparison.Ordinal);

        await StepAsync(officer, memorandum, "vi-pham", "Bên thứ hai không thực hiện");
        await StepAsync(officer, memorandum, "ket-thuc", "Chấm dứt theo thoả thuận");
        Assert.Contains("Chấm dứt theo thoả thuận", (await officer.OpenAsync(memorandum)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync($"{memorandum}/gia-han")).Status);
    }

    [Fact]
    public async Task Two_parties_differ_days_follow_each_other_and_a_stale_edit_is_refused()
    {
        var (officer, slow) = (await house.OfficerAsync(), await house.OfficerAsync());
        var one = await house.OrganisationAsync();
        await officer.OpenAsync($"{Memoranda}/moi");
        await officer.SubmitAsync(Form, ("Input.Title", "Bản ghi nhớ sai"), ("Input.PartyA", one.Code), ("Input.PartyB", one.Code), ("Input.SignedOn", "2026-01-01"));
        Assert.Equal(409, officer.Status);
        Assert.Contains("hai tổ chức khác nhau", officer.Text, StringComparison.Ordinal);
        var (memorandum, _) = await SignedAsync(house, officer, "Bản ghi nhớ sửa hai nơi");
        await slow.OpenAsync($"{memorandum}/sua");
        await officer.OpenAsync($"{memorandum}/sua");
        await officer.SubmitAsync(Form, ("Input.EndsOn", "2020-01-01"));
        Assert.Equal(409, officer.Status);
        await officer.SubmitAsync(Form, ("Input.EndsOn", "2026-12-31"), ("Input.Field", "Tiêu thụ nông sản"));
        Assert.Equal(302, officer.Status);

        await slow.SubmitAsync(Form, ("Input.Field", "Chậm tay"));

        Assert.Equal(409, slow.Status);
        Assert.Contains("Tiêu thụ nông sản", (await officer.OpenAsync(memorandum)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signed_copy_is_for_the_alliance_only()
    {
        var officer = await house.OfficerAsync();
        var (memorandum, _) = await SignedAsync(house, officer, "Bản ghi nhớ có bản ký");
        await officer.OpenAsync($"{memorandum}/ban-ky");
        await officer.UploadAsync(Form, "Input.File", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray(), "ban-ky.pdf", "application/pdf");
        Assert.True(officer.Status == 302, officer.Text);
        await officer.OpenAsync(memorandum);
        var file = officer.Page.QuerySelectorAll("a").Single(a => a.TextContent == "ban-ky.pdf").GetAttribute("href")!;

        using var own = await officer.Http.GetAsync(new Uri(file, UriKind.Relative));
        using var other = await (await house.App.SignedInAsync(Role.DepartmentOfficer)).Http.GetAsync(new Uri(file, UriKind.Relative));
        Assert.True(own.IsSuccessStatusCode);
        Assert.False(other.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Members_on_a_day_are_counted_by_class_and_unknown_where_one_is_not_sure()
    {
        using var folder = SampleFolder.Copy()
            .Change("admission-decisions", "qd-ket-nap-2020,,2020-07-09,không", "qd-ket-nap-2020,2020-06-30,2020-07-09,có")
            .Write("admissions", "code,decision,organisation,class,source\nkn-1,qd-ket-nap-2020,htx-long-binh,official,\nkn-2,qd-ket-nap-2020,htx-an-binh,new,\n");
        await using var own = await App.StartAsync(folder.Root);

        Assert.Equal(0, (await own.AskAsync("alliance.members", UpTo(2020, 6, 29))).Value);
        var reading = await own.AskAsync("alliance.members", UpTo(2020, 6, 30));
        Assert.Equal(2, reading.Value);
        Assert.Equal(["thành viên chính thức", "thành viên mới"], reading.Evidence.Select(e => e.Group).Order(StringComparer.Ordinal));

        using var undated = SampleFolder.Copy().Change("admission-decisions", ",không,", ",có,").Write("admissions", "code,decision,organisation,class,source\nkn-1,qd-ket-nap-2020,htx-long-binh,official,\n");
        await using var unsure = await App.StartAsync(undated.Root);
        Assert.True((await unsure.AskAsync("alliance.members", UpTo(2020, 7, 1))).Unknown);
        Assert.Equal(1, (await unsure.AskAsync("alliance.members", UpTo(2020, 7, 9))).Value);
        Assert.True((await house.App.AskAsync("alliance.members", FigureRequest.Everything)).Unknown);
    }

    [Fact]
    public async Task Members_of_a_day_are_unknown_while_a_decision_that_may_be_in_force_by_then_has_no_list()
    {
        using var folder = SampleFolder.Copy().Change("admission-decisions", "qd-ket-nap-2020,,2020-07-09,không", "qd-ket-nap-2020,2020-06-30,2020-07-09,không")
            .Write("admissions", "code,decision,organisation,class,source\nkn-1,qd-ket-nap-2020,htx-long-binh,official,\n");
        await using var own = await App.StartAsync(folder.Root);

        var reading = await own.AskAsync("alliance.members", UpTo(2020, 6, 30));
        Assert.True(reading.Unknown);
        Assert.Equal(PhuSa.Alliance.Figures.ListCounting.ListsMissing, reading.Missing);
        Assert.Equal(0, (await own.AskAsync("alliance.members", UpTo(2020, 6, 29))).Value);
    }

    [Fact]
    public async Task Memoranda_with_something_overdue_are_counted_as_listed_and_without_those_that_ended()
    {
        var officer = await house.OfficerAsync();
        var (memorandum, party) = await SignedAsync(house, officer, "Bản ghi nhớ kết thúc khi còn nợ");
        await OweAsync(officer, memorandum, party.Name, "Nghĩa vụ bỏ dở", "2026-06-30");
        await officer.OpenAsync($"{Memoranda}?tinh-trang=qua-han");
        Assert.Contains("Bản ghi nhớ kết thúc khi còn nợ", officer.Text, StringComparison.Ordinal);

        await StepAsync(officer, memorandum, "ket-thuc", "Chấm dứt theo thoả thuận");

        await officer.OpenAsync($"{Memoranda}?tinh-trang=qua-han");
        Assert.DoesNotContain("Bản ghi nhớ kết thúc khi còn nợ", officer.Text, StringComparison.Ordinal);
        var option = officer.Page.QuerySelector("option[value=qua-han]")!.TextContent;
        Assert.EndsWith($"({officer.Page.QuerySelectorAll("tbody tr").Length})", option, StringComparison.Ordinal);
    }

    private static FigureRequest UpTo(int year, int month, int day) => FigureRequest.UpTo(new DateOnly(year, month, day));

    internal static async Task<(string Address, PhuSa.Organisations.Organisations.Organisation Party)> SignedAsync(AllianceHouse house, Visitor officer, string title)
    {
        var (one, other) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        await officer.OpenAsync($"{Memoranda}/moi");
        await officer.SubmitAsync(Form, ("Input.Title", title), ("Input.PartyA", one.Code), ("Input.PartyB", other.Name), ("Input.SignedOn", "2026-01-01"), ("Input.EndsOn", "2026-12-31"));
        Assert.True(officer.Status == 302, officer.Text);
        return (officer.Redirect!.OriginalString, other);
    }

    internal static async Task OweAsync(Visitor officer, string memorandum, string owner, string what, string due)
    {
        await officer.OpenAsync($"{memorandum}/nghia-vu/moi");
        var option = officer.Page.QuerySelectorAll("#Input_Owner option").Single(o => o.TextContent.Trim() == owner).GetAttribute("value")!;
        await officer.SubmitAsync(Form, ("Input.What", what), ("Input.Owner", option), ("Input.DueOn", due));
        Assert.True(officer.Status == 302, officer.Text);
    }
}
