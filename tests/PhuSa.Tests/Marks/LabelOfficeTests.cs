using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Office;
using PhuSa.Marks.Reports;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Point 14: labels through the pages of the office.</summary>
public sealed class LabelOfficeTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private static int _next = 1;

    [Fact]
    public async Task Point_14_labels_go_out_against_declared_output_and_the_ledger_balances()
    {
        var (grant, officer) = (await house.GrantAsync(), await house.OfficerAsync());
        await officer.OpenAsync($"{Rights}/{grant.Id}/tem/cap");
        Assert.Contains("nên ghi sản lượng trước", officer.Text, StringComparison.Ordinal);
        await DeclareAsync(officer, grant, "1000", "0,5");
        var first = Numbers(500);

        await IssueAsync(officer, grant, first, first + 299);
        Assert.True(officer.Status == 302, officer.Text);
        await SettleAsync(officer, grant, "da-dung", first, first + 99);
        await SettleAsync(officer, grant, "hong", first + 100, first + 104);
        await SettleAsync(officer, grant, "tra-lai", first + 105, first + 109);
        await SettleAsync(officer, grant, "huy", first + 110, first + 110, "Mất khi vận chuyển");
        Assert.True(officer.Status == 302, officer.Text);

        var ledger = await LedgerAsync(grant);
        Assert.Equal(new LabelSums(300, 100, 5, 5, 1, 189), ledger.Sums());
        Assert.True(ledger.Sums().Balances);
        await officer.OpenAsync($"{Rights}/{grant.Id}/tem");
        Assert.Contains($"TX {first + 111}–{first + 299}", officer.Text, StringComparison.Ordinal);
        Assert.Contains("500 tem", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vượt định mức", officer.Text, StringComparison.Ordinal);
        Assert.Contains(await house.App.JournalAsync(), entry => entry.Kind == "marks_label_entries" && entry.Changes.Contains($"{first + 299}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Point_14_beyond_the_allowance_the_officer_is_warned_and_says_why()
    {
        var (grant, officer) = (await house.GrantAsync(), await house.OfficerAsync());
        await DeclareAsync(officer, grant, "1000", "0,1");
        var first = Numbers(200);

        await IssueAsync(officer, grant, first, first + 149);
        Assert.Equal(422, officer.Status);
        Assert.Contains("vượt định mức 100 tem", officer.Text, StringComparison.Ordinal);
        Assert.Equal($"{first}", officer.Page.QuerySelector("[name='Input.First']")!.GetAttribute("value"));

        await officer.SubmitAsync(Form, ("Input.Note", "Vụ phụ được mùa"));
        Assert.Equal(302, officer.Status);
        Assert.Contains("Vượt định mức", (await officer.OpenAsync($"{Rights}/{grant.Id}/tem")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_said_how_many_labels_a_unit_needs_the_allowance_is_unknown_and_nothing_exceeds_it()
    {
        var (grant, officer) = (await house.GrantAsync(), await house.OfficerAsync());
        await DeclareAsync(officer, grant, "1", perUnit: "");
        await officer.OpenAsync($"{Rights}/{grant.Id}/tem/cap");
        Assert.Contains("Định mức: chưa có dữ liệu", officer.Text, StringComparison.Ordinal);

        await IssueAsync(officer, grant, count: "5.000");
        Assert.True(officer.Status == 302, officer.Text);
        await officer.OpenAsync($"{Rights}/{grant.Id}/tem");
        Assert.Contains("chưa biết định mức", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vượt định mức", officer.Text, StringComparison.Ordinal);
        Assert.Contains("5.000 tem không đánh số", officer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.First", "12a", "chỉ gồm chữ số")]
    [InlineData("Input.Last", "", "Nhập cả từ số và đến số")]
    [InlineData("Input.Last", "1", "Đến số không được nhỏ hơn")]
    [InlineData("Input.Count", "7", "khác số lượng đã nhập")]
    [InlineData("Input.On", "2027-01-01", "không thể sau hôm nay")]
    [InlineData("Input.On", "2023-01-01", "Vào ngày này quyền không được cấp tem")]
    public async Task What_cannot_be_is_told_beside_its_field_and_nothing_typed_is_lost(string field, string value, string sentence)
    {
        var (grant, officer) = (await house.GrantAsync(), await house.OfficerAsync());
        await DeclareAsync(officer, grant, "1000", "1");
        var first = Numbers(10);
        await officer.OpenAsync($"{Rights}/{grant.Id}/tem/cap");

        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Series"] = "TX", ["Input.First"] = $"{first}", ["Input.Last"] = $"{first + 9}", ["Input.Note"] = "Ghi chú giữ lại", [field] = value };
        await officer.SubmitAsync(Form, [.. fields.Select(pair => (pair.Key, pair.Value))]);

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
        Assert.Equal("Ghi chú giữ lại", officer.Page.QuerySelector("[name='Input.Note']")!.TextContent.Trim());
        Assert.Equal(0, (await LedgerAsync(grant)).Sums().Issued);
    }

    [Fact]
    public async Task A_number_is_issued_once_for_one_mark_whatever_the_right()
    {
        var (one, other, officer) = (await house.GrantAsync(), await house.GrantAsync(), await house.OfficerAsync());
        await DeclareAsync(officer, one, "1000", "1");
        await DeclareAsync(officer, other, "1000", "1");
        var first = Numbers(150);
        await IssueAsync(officer, one, first, first + 99);

        await IssueAsync(officer, other, first + 50, first + 149, series: "tx");
        Assert.Equal(422, officer.Status);
        Assert.Contains($"{first + 50}–{first + 99}", officer.Text, StringComparison.Ordinal);
        Assert.Contains(one.Code, officer.Text, StringComparison.Ordinal);

        var issue = (await LedgerAsync(one)).Entries[0];
        await officer.OpenAsync($"{Rights}/{one.Id}/tem/dao/{issue.Id}");
        await officer.SubmitAsync(Form, ("Input.Why", "Ghi nhầm quyền"));
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Equal(404, (await officer.OpenAsync($"{Rights}/{one.Id}/tem/dao/{issue.Id}")).Status);
        await IssueAsync(officer, other, first + 50, first + 149);
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Equal(0, (await LedgerAsync(one)).Sums().Outstanding);
    }

    [Fact]
    public async Task Of_two_officers_who_issue_one_range_at_the_same_moment_one_does()
    {
        var rights = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => house.GrantAsync()));
        var declared = new Dictionary<Guid, Guid>();
        foreach (var right in rights)
        {
            declared[right.Id] = await DeclaredAsync(right);
        }

        var first = Numbers(100);
        var done = await Task.WhenAll(rights.Select(right => OfficerAsync(async desk =>
            await desk.IssueAsync(right.Id, new NewIssue(Guid.CreateVersion7(), declared[right.Id], LabelAmount.Numbered(new LabelSpan("TX", first, first + 99)), new LabelNews(Day("2026-07-01"), null), WithCode: false), CancellationToken.None) is null)));

        Assert.Equal(1, done.Count(issued => issued));
        Assert.Equal(1, await house.InDbAsync(db => db.Set<LabelEntry>().CountAsync(e => e.FirstNumber == first)));
    }

    [Fact]
    public async Task Of_two_officers_who_settle_the_same_labels_at_the_same_moment_one_does()
    {
        var grant = await house.GrantAsync();
        var declared = await DeclaredAsync(grant);
        var first = Numbers(100);
        var amount = LabelAmount.Numbered(new LabelSpan("TX", first, first + 99));
        await OfficerAsync(desk => desk.IssueAsync(grant.Id, new NewIssue(Guid.CreateVersion7(), declared, amount, new LabelNews(Day("2026-06-01"), null), WithCode: false), CancellationToken.None));

        var done = await Task.WhenAll(new[] { LabelMove.Use, LabelMove.Return, LabelMove.Damage, LabelMove.Cancel }.Select(move => OfficerAsync(async desk =>
            await desk.SettleAsync(grant.Id, Guid.CreateVersion7(), move, amount, new LabelNews(Day("2026-07-01"), "Cùng lúc"), CancellationToken.None) is null)));

        Assert.Equal(1, done.Count(settled => settled));
        Assert.True((await LedgerAsync(grant)).Sums() is { Balances: true, Outstanding: 0 });
    }

    [Fact]
    public async Task A_form_sent_twice_issues_once()
    {
        var grant = await house.GrantAsync();
        var declared = await DeclaredAsync(grant);
        var issue = new NewIssue(Guid.CreateVersion7(), declared, LabelAmount.Unnumbered(50), new LabelNews(Day("2026-07-01"), null), WithCode: false);

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => OfficerAsync(desk => desk.IssueAsync(grant.Id, issue, CancellationToken.None)))), Assert.Null);

        Assert.Equal(50, (await LedgerAsync(grant)).Sums().Issued);
    }

    [Theory]
    [InlineData("tam-dung", "Đang tạm dừng")]
    [InlineData("thu-hoi", "Đã thu hồi")]
    public async Task A_right_that_pauses_or_ends_gets_no_labels_and_its_outstanding_numbers_are_listed(string step, string state)
    {
        var (grant, officer) = (await house.GrantAsync(), await house.OfficerAsync());
        await DeclareAsync(officer, grant, "1000", "1");
        var first = Numbers(100);
        await IssueAsync(officer, grant, first, first + 99);
        await officer.OpenAsync($"{Rights}/{grant.Id}/tem/cap");
        var other = await (await house.OfficerAsync()).OpenAsync($"{Rights}/{grant.Id}/{step}");
        Assert.Contains($"TX {first}–{first + 99}", other.Text, StringComparison.Ordinal);
        await StepAsync(other, grant.Id, step);

        await officer.SubmitAsync(Form, ("Input.Count", "10"));
        Assert.Equal(422, officer.Status);
        Assert.Contains($"đang là “{state}”", officer.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync($"{Rights}/{grant.Id}/tem/cap")).Status);
        await officer.OpenAsync($"{Rights}/{grant.Id}");
        Assert.Contains("cần thu về hoặc ghi huỷ", officer.Text, StringComparison.Ordinal);
        Assert.Contains($"TX {first}–{first + 99}", officer.Text, StringComparison.Ordinal);
        await SettleAsync(officer, grant, "tra-lai", first, first + 99);
        Assert.True(officer.Status == 302, officer.Text);
    }

    [Fact]
    public async Task A_batch_with_a_code_answers_with_the_right_and_its_numbers_and_as_withdrawn_once_reversed()
    {
        var (grant, officer) = (await house.GrantAsync(), await house.OfficerAsync());
        await DeclareAsync(officer, grant, "1000", "1");
        var first = Numbers(100);
        await IssueAsync(officer, grant, first, first + 99, withCode: true);
        Assert.True(officer.Status == 302, officer.Text);
        var issue = (await LedgerAsync(grant)).Entries[0];
        Assert.NotEqual(grant.CheckCode, issue.CheckCode);
        var address = CheckAddress.Of(issue.CheckCode!);
        Assert.Contains(address, (await officer.OpenAsync($"{Rights}/{grant.Id}/tem")).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var reader = await house.App.Visit().OpenAsync(address);
        Assert.Equal(("Đang có hiệu lực", 200), (reader.Page.QuerySelector("h1")!.TextContent, reader.Status));
        foreach (var told in new[] { $"Số TX {first}–{first + 99}", "01/07/2026", "Xoài cát Hoà Lộc", CheckCode.Written(issue.CheckCode!), "31/12/2027" })
        {
            Assert.Contains(told, reader.Text, StringComparison.Ordinal);
        }

        using var answer = await house.App.Visit().Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length + answer.Headers.ToString().Length + answer.Content.Headers.ToString().Length, 1, 5 * 1024);
        Assert.Contains("In force", (await house.App.Visit().OpenAsync($"/en{address}")).Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{Rights}/{grant.Id}/tem/dao/{issue.Id}");
        Assert.Contains("báo “Đã thu hồi”", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Why", "In nhầm"));
        await reader.OpenAsync(address);
        Assert.Equal(("Đã thu hồi", 200), (reader.Page.QuerySelector("h1")!.TextContent, reader.Status));
        Assert.DoesNotContain("hiệu lực", WebUtility.HtmlDecode(reader.Page.DocumentElement.OuterHtml), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Revoked", (await house.App.Visit().OpenAsync($"/en{address}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_of_a_suspended_right_answers_as_the_right_does()
    {
        var grant = await house.GrantAsync();
        var declared = await DeclaredAsync(grant);
        await OfficerAsync(desk => desk.IssueAsync(grant.Id, new NewIssue(Guid.CreateVersion7(), declared, LabelAmount.Unnumbered(40), new LabelNews(Day("2026-06-01"), null), WithCode: true), CancellationToken.None));
        await StepAsync(await house.OfficerAsync(), grant.Id, "tam-dung");
        var code = (await LedgerAsync(grant)).Entries[0].CheckCode!;

        var reader = await house.App.Visit().OpenAsync(CheckAddress.Of(code));
        Assert.Equal("Đang tạm dừng", reader.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("40 tem không đánh số", reader.Text, StringComparison.Ordinal);
        await reader.OpenAsync($"{CheckAddress.Of(code)}/{CheckAddress.Report}");
        await reader.SubmitAsync(Form, ("Input.Seen", "Tem dán trên hàng khác"));
        Assert.Equal(302, reader.Status);
        Assert.Equal(1, await house.InDbAsync(db => db.Set<LabelReport>().CountAsync(r => r.GrantId == grant.Id)));
    }

    [Fact]
    public async Task A_wrong_declaration_is_withdrawn_with_a_reason_and_nothing_more_is_issued_against_it()
    {
        var (grant, officer) = (await house.GrantAsync(), await house.OfficerAsync());
        var declared = await DeclaredAsync(grant);
        await officer.OpenAsync($"{Rights}/{grant.Id}/tem/san-luong/{declared}/rut");
        await officer.SubmitAsync(Form, ("Input.Why", "Khai nhầm đơn vị tính"));

        Assert.Equal(302, officer.Status);
        Assert.Contains("Khai nhầm đơn vị tính", (await officer.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.NotNull(await OfficerAsync(desk => desk.IssueAsync(grant.Id, new NewIssue(Guid.CreateVersion7(), declared, LabelAmount.Unnumbered(1), new LabelNews(Day("2026-07-01"), null), WithCode: false), CancellationToken.None)));
        Assert.Equal(404, (await officer.OpenAsync($"{Rights}/{grant.Id}/tem/san-luong/{declared}/rut")).Status);
    }

    [Fact]
    public async Task All_outstanding_labels_stand_in_one_list_that_is_filtered_and_taken_away()
    {
        var (grant, officer) = (await house.GrantAsync(), await house.OfficerAsync());
        await DeclareAsync(officer, grant, "1000", "1");
        var first = Numbers(100);
        await IssueAsync(officer, grant, first, first + 99);
        var holder = await house.InDbAsync(db => db.Set<PhuSa.Organisations.Organisations.Organisation>().Where(o => o.Id == grant.HolderId).Select(o => o.Name).SingleAsync());
        var query = $"?q={Uri.EscapeDataString(holder)}";

        await officer.OpenAsync($"{MarkRights.Labels}{query}");
        Assert.Equal(MarkRights.LabelsOf(grant.Id), Assert.Single(officer.Page.QuerySelectorAll("main th[scope=row] a")).GetAttribute("href"));
        Assert.Contains("100 tem còn ở đơn vị", officer.Text, StringComparison.Ordinal);
        var csv = await officer.Http.GetStringAsync(new Uri($"{MarkRights.Labels}.csv{query}", UriKind.Relative));
        Assert.Contains($"TX {first}–{first + 99}", csv, StringComparison.Ordinal);
        Assert.Equal(2, csv.Trim().Split('\n').Length);
        using var excel = await officer.Http.GetAsync(new Uri($"{MarkRights.Labels}.xlsx{query}", UriKind.Relative));
        Assert.Equal(200, (int)excel.StatusCode);
        Assert.Equal(404, (await officer.OpenAsync($"{MarkRights.Labels}?trang=99")).Status);
        await officer.OpenAsync($"{MarkRights.Labels}?q=tx+{first + 50:D9}");
        Assert.Equal(MarkRights.LabelsOf(grant.Id), Assert.Single(officer.Page.QuerySelectorAll("main th[scope=row] a")).GetAttribute("href"));
        await officer.OpenAsync($"{MarkRights.Labels}?q=khong+co+999999999");
        Assert.Contains("Không có tem nào khớp", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_tell_labels_issued_in_a_period_and_outstanding_on_a_day_with_their_records()
    {
        var grant = await house.GrantAsync();
        var declared = await DeclaredAsync(grant);
        foreach (var (day, count) in new[] { ("2026-02-01", 300), ("2026-05-01", 200), ("2026-05-02", 70) })
        {
            await OfficerAsync(desk => desk.IssueAsync(grant.Id, new NewIssue(Guid.CreateVersion7(), declared, LabelAmount.Unnumbered(count), new LabelNews(Day(day), null), WithCode: false), CancellationToken.None));
        }

        await OfficerAsync(desk => desk.SettleAsync(grant.Id, Guid.CreateVersion7(), LabelMove.Use, LabelAmount.Unnumbered(100), new LabelNews(Day("2026-04-01"), null), CancellationToken.None));
        var wrong = (await LedgerAsync(grant)).Entries.Single(entry => entry.Count == 70);
        await OfficerAsync(desk => desk.ReverseAsync(grant.Id, wrong.Id, Guid.CreateVersion7(), "Ghi nhầm", CancellationToken.None));

        async Task<FigureReading> AskAsync(string code, string from, string to) =>
            await house.App.AskAsync(code, new FigureRequest(new Period(Day(from), Day(to)), [], grant.HolderId));
        Assert.Equal(300, (await AskAsync("marks.labels-issued", "2026-01-01", "2026-04-30")).Value);
        var may = await AskAsync("marks.labels-issued", "2026-05-01", "2026-05-31");
        Assert.Equal((200L, 1), (may.Value, may.Evidence.Count));
        Assert.Equal("200", may.Evidence[0].Fact("Số tem"));
        Assert.Equal(300, (await AskAsync("marks.labels-outstanding", "2026-01-01", "2026-03-31")).Value);
        Assert.Equal(200, (await AskAsync("marks.labels-outstanding", "2026-01-01", "2026-04-30")).Value);
        var now = await AskAsync("marks.labels-outstanding", "2026-01-01", "2026-06-30");
        Assert.Equal((400L, 1), (now.Value, now.Evidence.Count));
        Assert.Equal("400", now.Evidence[0].Fact("Tem còn ở đơn vị"));
    }

    [Fact]
    public async Task Only_the_body_that_keeps_the_mark_writes_its_labels()
    {
        var grant = await house.GrantAsync();
        var auditor = await house.App.SignedInAsync(Role.Auditor);

        Assert.Equal(200, (await auditor.OpenAsync($"{Rights}/{grant.Id}/tem")).Status);
        Assert.Empty(auditor.Page.QuerySelectorAll($"main a[href^='{Rights}/{grant.Id}/tem/']"));
        Assert.NotEqual(200, (await auditor.OpenAsync($"{Rights}/{grant.Id}/tem/san-luong")).Status);
        Assert.Equal(404, (await (await house.App.SignedInAsync(Role.AllianceOfficer)).OpenAsync($"{Rights}/{grant.Id}/tem/san-luong")).Status);
    }

    /// <returns>The first of so many numbers that no other test uses.</returns>
    private static long Numbers(int count) => Interlocked.Add(ref _next, count) - count;

    private static async Task DeclareAsync(Visitor officer, MarkGrant grant, string quantity, string perUnit)
    {
        await officer.OpenAsync($"{Rights}/{grant.Id}/tem/san-luong");
        await officer.SubmitAsync(Form, ("Input.From", "2026-01-01"), ("Input.To", "2026-12-31"), ("Input.Quantity", quantity), ("Input.Unit", "kg"), ("Input.LabelsPerUnit", perUnit));
        Assert.True(officer.Status == 302, officer.Text);
    }

    private static async Task IssueAsync(Visitor officer, MarkGrant grant, long? first = null, long? last = null, string series = "TX", string count = "", bool withCode = false)
    {
        await officer.OpenAsync($"{Rights}/{grant.Id}/tem/cap");
        List<(string, string)> fields = [("Input.Series", first is null ? "" : series), ("Input.First", first?.ToString(CultureInfo.InvariantCulture) ?? ""), ("Input.Last", last?.ToString(CultureInfo.InvariantCulture) ?? ""), ("Input.Count", count), ("Input.On", "2026-07-01")];
        await officer.SubmitAsync(Form, [.. fields, .. withCode ? [("Input.WithCode", "true")] : Array.Empty<(string, string)>()]);
    }

    private static async Task SettleAsync(Visitor officer, MarkGrant grant, string word, long first, long last, string note = "")
    {
        await officer.OpenAsync($"{Rights}/{grant.Id}/tem/{word}");
        Assert.Equal(200, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Series", "TX"), ("Input.First", $"{first}"), ("Input.Last", $"{last}"), ("Input.Note", note));
    }

    private Task<Guid> DeclaredAsync(MarkGrant grant) => house.InDbAsync(async db =>
    {
        var declared = new OutputDeclaration(Guid.CreateVersion7(), grant.Id, new DeclaredOutput(Day("2026-01-01"), Day("2026-12-31"), 10_000, "kg", 1, null), By, house.App.Clock.GetUtcNow().UtcDateTime);
        db.Add(declared);
        await db.SaveChangesAsync();
        return declared.Id;
    });

    private Task<LabelLedger> LedgerAsync(MarkGrant grant) => house.InDbAsync(async db => new LabelLedger(await db.Set<LabelEntry>().AsNoTracking().Where(e => e.GrantId == grant.Id).ToListAsync()));

    private Task<T> OfficerAsync<T>(Func<LabelDesk, Task<T>> work) => house.LabelsAsync(work);
}
