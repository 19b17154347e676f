using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Office.Support;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Point 16: support for a first filing, from the request to the liquidation, through the pages of the office.</summary>
public sealed class SupportOfficeTests : IAsyncLifetime
{
    private static readonly byte[] Scan = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();
    private readonly MarkHouse _house = new();

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public void A_request_s_flow_is_exactly_this() => Assert.Equal(
        """
        Requested --AgreeInPrinciple--> Agreed
        Agreed --SignContract--> Contracted
        Requested --Decline--> Declined
        Agreed --Decline--> Declined
        Requested --TakeBack--> TakenBack
        Agreed --TakeBack--> TakenBack
        """,
        SupportRequestFlow.Table.ToString());

    [Fact]
    public async Task Point_16_a_request_becomes_a_contract_that_is_paid_in_parts_accepted_and_liquidated_once_and_counts()
    {
        var officer = await _house.OfficerAsync();
        var request = await RequestAsync(officer);
        Assert.Equal(404, (await officer.OpenAsync($"{request}/hop-dong")).Status);
        await StepAsync(officer, request, "dong-y", "2026-06-02", []);
        var number = await _house.PaperAsync("2026-06-10");
        await officer.OpenAsync($"{request}/hop-dong");
        await officer.SubmitAsync(Form, ("Input.Value", "3.000.000"), ("Input.Items[0]", "1.000.000"), ("Input.Items[9]", "1.500.000"), ("Input.On", "2026-06-10"), ("Input.Number", number));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Các khoản cộng lại là 2.500.000 đồng", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Items[9]", "2.000.000"));
        Assert.True(officer.Status == 302, officer.Text);
        var contract = officer.Redirect!.OriginalString;
        Assert.StartsWith($"{SupportRights.Support}/hop-dong/", contract, StringComparison.Ordinal);

        await StepAsync(officer, contract, "chi", "2026-06-11", [("Input.Amount", "1.000.000")]);
        await officer.OpenAsync($"{contract}/chi");
        await officer.SubmitAsync(Form, ("Input.Amount", "2.000.001"), ("Input.On", "2026-06-12"), ("Input.Why", "Uỷ nhiệm chi"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("tổng đã chi lớn hơn giá trị hợp đồng", officer.Text, StringComparison.Ordinal);
        await StepAsync(officer, contract, "chi", "2026-06-20", [("Input.Amount", "1.500.000")]);
        Assert.Equal(404, (await officer.OpenAsync($"{contract}/thanh-ly")).Status);
        await StepAsync(officer, contract, "nghiem-thu", "2026-06-25", []);

        await officer.OpenAsync($"{contract}/thanh-ly");
        await officer.SubmitAsync(Form, ("Input.Liquidated", "2.500.000"), ("Input.Returned", "100.000"), ("Input.On", "2026-06-30"), ("Input.Why", "Biên bản thanh lý"));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Liquidated", "2.400.000"));
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Equal(404, (await officer.OpenAsync($"{contract}/thanh-ly")).Status);

        var stored = await ContractAsync(contract);
        Assert.Equal((ContractStatus.Liquidated, 3_000_000, 2_500_000, 2_400_000, 100_000), (stored.Status, stored.Value, stored.PaidAmount, stored.LiquidatedAmount, stored.ReturnedAmount));
        Assert.Equal([1_000_000L, 1_500_000L], stored.Acts.Where(act => act.Amount is not null).OrderBy(act => act.On).Select(act => act.Amount!.Value).Take(2));
        Assert.Equal("11/06/2026–20/06/2026", stored.PaidOn.ToString());
        Assert.Equal((2L, 4_900_000L, 5_000_000L), (await FigureAsync("contracts-liquidated"), await FigureAsync("amount-liquidated"), await FigureAsync("filing-support-paid")));
        await officer.OpenAsync(contract);
        Assert.Contains("Còn lại chưa chi 500.000 đồng", officer.Text.Replace("Còn lại chưa chi500", "Còn lại chưa chi 500", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(number, officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_papers_are_made_from_the_record_and_each_only_at_its_step()
    {
        var officer = await _house.OfficerAsync();
        var request = await RequestAsync(officer);
        Assert.Contains("đồng ý về nguyên tắc", (await DraftAsync(officer, request, "Soạn công văn đồng ý")).Text, StringComparison.Ordinal);
        await StepAsync(officer, request, "dong-y", "2026-06-02", []);
        Assert.Contains("Điều 2. Giá trị hợp đồng: 2.500.000 đồng", (await DraftAsync(officer, request, "Soạn hợp đồng")).Text, StringComparison.Ordinal);
        await officer.OpenAsync($"{request}/hop-dong");
        await officer.SubmitAsync(Form, ("Input.On", "2026-06-10"), ("Input.Why", "Hợp đồng giấy"));
        Assert.True(officer.Status == 302, officer.Text);
        var contract = officer.Redirect!.OriginalString;
        await StepAsync(officer, contract, "chi", "2026-06-11", [("Input.Amount", "2.500.000")]);
        Assert.Contains("Số tiền đã chi: 2.500.000 đồng", (await DraftAsync(officer, contract, "Soạn biên bản nghiệm thu")).Text, StringComparison.Ordinal);
        await StepAsync(officer, contract, "nghiem-thu", "2026-06-25", []);
        Assert.Contains("Số tiền không chi: 0 đồng", (await DraftAsync(officer, contract, "Soạn biên bản thanh lý")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_gets_its_paper_later_and_the_paper_is_in_use()
    {
        var officer = await _house.OfficerAsync();
        var request = await RequestAsync(officer);
        await StepAsync(officer, request, "dong-y", "2026-06-02", []);
        var number = await _house.PaperAsync("2026-06-02");
        await officer.OpenAsync(request);
        await officer.OpenAsync(officer.Page.QuerySelector(".ps-timeline a[href*='/van-ban/']")!.GetAttribute("href")!);
        await officer.SubmitAsync(Form, ("Input.Number", number));
        Assert.True(officer.Status == 302, officer.Text);

        var paper = await _house.InDbAsync(async db => (await db.Set<MarkSupportRequest>().AsNoTracking().AsSplitQuery().ToListAsync()).Single(r => request.EndsWith($"{r.Id}", StringComparison.Ordinal)).Acts[0].PaperId!.Value);
        Assert.Single(await _house.App.InScopeAsync(services => services.GetServices<IPaperUse>().OfType<SupportPaperUse>().Single().OfAsync(paper, CancellationToken.None)));
    }

    [Fact]
    public async Task A_request_is_declined_or_taken_back_only_with_a_reason()
    {
        var officer = await _house.OfficerAsync();
        var request = await RequestAsync(officer);
        await officer.OpenAsync($"{request}/khong-ho-tro");
        await officer.SubmitAsync(Form, ("Input.On", "2026-06-02"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("Ghi lý do của việc này", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.Why", "Đã được hỗ trợ"));
        Assert.Equal(302, officer.Status);
        Assert.Contains("Không hỗ trợ", (await officer.OpenAsync($"{SupportRights.Support}?buoc=khong-ho-tro")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync($"{request}/dong-y")).Status);
    }

    [Fact]
    public async Task Of_two_officers_who_pay_at_once_the_second_is_told_and_keeps_what_was_typed()
    {
        var (quick, slow) = (await _house.OfficerAsync(), await _house.OfficerAsync());
        var contract = await SignedAsync(quick);
        await slow.OpenAsync($"{contract}/chi");
        await StepAsync(quick, contract, "chi", "2026-06-11", [("Input.Amount", "1.000.000")]);
        await slow.SubmitAsync(Form, ("Input.Amount", "1000000"), ("Input.On", "2026-06-11"), ("Input.Why", "Uỷ nhiệm chi số 7"));

        Assert.Equal(409, slow.Status);
        Assert.Equal("Uỷ nhiệm chi số 7", slow.Page.QuerySelector("[name='Input.Why']")!.TextContent.Trim());
        Assert.Equal(1_000_000, (await ContractAsync(contract)).PaidAmount);
    }

    [Fact]
    public async Task Of_two_who_correct_one_contract_the_second_sees_both_versions()
    {
        var (quick, slow) = (await _house.OfficerAsync(), await _house.OfficerAsync());
        var contract = await SignedAsync(quick);
        await quick.OpenAsync($"{contract}/sua");
        await slow.OpenAsync($"{contract}/sua");
        await quick.SubmitAsync(Form, ("Input.Value", "2.600.000"), ("Input.Why", "Ghi nhầm"));
        Assert.True(quick.Status == 302, quick.Text);
        await slow.SubmitAsync(Form, ("Input.Value", "2.700.000"), ("Input.Items[10]", "2.700.000"), ("Input.Why", "Ghi nhầm"));
        Assert.Equal(409, slow.Status);
        Assert.Contains("2.600.000 đồng", slow.Text, StringComparison.Ordinal);
        await slow.SubmitAsync(Form);
        Assert.Equal(302, slow.Status);
        var stored = await ContractAsync(contract);
        Assert.Equal((2_700_000, 2_700_000), (stored.Value, Assert.Single(stored.Items).Amount));
    }

    [Fact]
    public async Task What_was_handled_on_paper_comes_in_with_its_scan_that_only_the_office_reads_and_counts()
    {
        var officer = await (await _house.OfficerAsync()).OpenAsync($"{SupportRights.Support}/da-xu-ly");
        var form = officer.Page.QuerySelector(Form)!;
        var mark = form.QuerySelectorAll("[name='Input.Mark'] option").Single(option => option.TextContent.StartsWith("HTX TRÁI CÂY", StringComparison.Ordinal)).GetAttribute("value")!;
        (string Name, string Value)[] fields = [("Input.Mark", mark), ("Input.Status", "Liquidated"), ("Input.Paid", "2.000.000"), ("Input.Liquidated", "1.500.000"), ("Input.LiquidatedOn", "2021-03-01"), .. Hidden(form)];
        var unbalanced = await PostAsync(officer, fields, Scan);
        Assert.Equal(422, unbalanced.Status);
        Assert.Contains("phải bằng tổng số tiền đã chi", unbalanced.Text, StringComparison.Ordinal);
        foreach (var huge in new[] { "9223372036854775807", "1.000.000.000.001" })
        {
            Assert.Equal(422, (await PostAsync(officer, [.. fields.Where(field => field.Name is not ("Input.Paid" or "Input.Liquidated")), ("Input.Paid", "1"), ("Input.Liquidated", huge), ("Input.Returned", "1")], Scan)).Status);
        }

        var bare = await PostAsync(officer, [.. fields, ("Input.Returned", "500.000")], null);
        Assert.Equal(422, bare.Status);
        Assert.Contains("Chọn tệp bản quét", bare.Text, StringComparison.Ordinal);
        var taken = await PostAsync(officer, [.. fields, ("Input.Returned", "500.000")], Scan);
        Assert.True(taken.Status == 302, taken.Text);

        await officer.OpenAsync(taken.Next!);
        Assert.Contains("Đã xử lý ngoài hệ thống", officer.Text, StringComparison.Ordinal);
        var scan = officer.Page.QuerySelector("#quet + ul a")!.GetAttribute("href")!;
        Assert.Equal(200, (await officer.OpenAsync(scan)).Status);
        Assert.NotEqual(200, (await _house.App.Visit().OpenAsync(scan)).Status);
        Assert.Equal(1, (await _house.App.AskAsync("collective-marks.contracts-liquidated", FigureAsking.Year(2021))).Evidence.Count(evidence => evidence.Fact("Số tiền thanh lý") == "1.500.000 đồng"));
    }

    [Fact]
    public async Task What_was_handled_on_paper_sent_four_times_at_once_is_one_contract_with_one_scan()
    {
        var officer = await (await _house.OfficerAsync()).OpenAsync($"{SupportRights.Support}/da-xu-ly");
        var form = officer.Page.QuerySelector(Form)!;
        var options = form.QuerySelectorAll("[name='Input.Mark'] option");
        var mark = options[options.Length - 1].GetAttribute("value")!;
        (string Name, string Value)[] fields = [("Input.Mark", mark), ("Input.Status", "Paid"), ("Input.Value", "3.000.000"), ("Input.Paid", "1.000.000"), ("Input.PaidOn", "2022-03-01"), .. Hidden(form)];

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(officer, fields, Scan)));

        Assert.All(answers, answer => Assert.True(answer.Status == 302, answer.Text));
        await officer.OpenAsync(answers[0].Next!);
        Assert.Single(officer.Page.QuerySelectorAll("#quet + ul a"));
    }

    [Fact]
    public async Task The_samples_contracts_stand_in_the_list_which_is_taken_away_and_the_alliance_only_reads()
    {
        var officer = await (await _house.OfficerAsync()).OpenAsync($"{SupportRights.Support}?q=kien+an");
        var link = Assert.Single(officer.Page.QuerySelectorAll("main th[scope=row] a"));
        Assert.Contains("2.500.000 đồng", (await officer.OpenAsync(link.GetAttribute("href")!)).Text, StringComparison.Ordinal);
        Assert.Contains("HTX. NÔNG SẢN AN TOÀN KIẾN AN - CHỢ MỚI", await officer.Http.GetStringAsync(new Uri($"{SupportRights.Support}.csv?buoc=da-chi", UriKind.Relative)), StringComparison.Ordinal);
        using var sheet = await officer.Http.GetAsync(new Uri($"{SupportRights.Support}.xlsx", UriKind.Relative));
        Assert.Equal(200, (int)sheet.StatusCode);

        var reader = await _house.App.SignedInAsync(Role.AllianceOfficer);
        Assert.Equal(200, (await reader.OpenAsync(link.GetAttribute("href")!)).Status);
        Assert.Null(reader.Page.QuerySelector("main a[href$='/sua']"));
        Assert.Equal(403, (await reader.OpenAsync($"{SupportRights.Support}/moi")).Status);
        Assert.Equal(403, (await (await _house.App.SignedInAsync(Role.CooperativeDirector, "htx-long-binh")).OpenAsync(SupportRights.Support)).Status);
    }

    [Fact]
    public async Task The_same_table_imported_again_takes_no_payment_of_the_office_back()
    {
        var now = _house.App.Clock.GetUtcNow().UtcDateTime;
        await _house.InDbAsync(async db =>
        {
            (await db.Set<MarkSupportContract>().AsSplitQuery().SingleAsync(c => c.Code == "hd-nhtt-kien-an")).AcceptWork(new MoveNews(Day("2026-06-30"), "Biên bản nghiệm thu", null), By, now);
            return await db.SaveChangesAsync();
        });
        using var folder = SampleFolder.Only("collective-mark-contracts");
        await _house.App.ForgetImportedRowsAsync();

        var result = await _house.App.ImportAsync(folder.Path);

        Assert.Empty(result.Errors);
        Assert.Equal((0, 0), (result.Created, result.Changed));
    }

    private static IEnumerable<(string, string)> Hidden(AngleSharp.Dom.IElement form) =>
        form.QuerySelectorAll("input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!));

    private static async Task<(int Status, string Text, string? Next)> PostAsync(Visitor officer, (string Name, string Value)[] fields, byte[]? scan)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        if (scan is not null)
        {
            content.Add(new ByteArrayContent(scan), "Input.File", "hop-dong.pdf");
        }

        using var answer = await officer.Http.PostAsync(new Uri($"{SupportRights.Support}/da-xu-ly", UriKind.Relative), content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.OriginalString);
    }

    private static async Task StepAsync(Visitor officer, string record, string step, string on, (string Name, string Value)[] more)
    {
        await officer.OpenAsync($"{record}/{step}");
        Assert.True(officer.Status == 200, step);
        await officer.SubmitAsync(Form, [("Input.On", on), ("Input.Why", "Theo giấy tờ của phép thử"), .. more]);
        Assert.True(officer.Status == 302, $"{step}: {officer.Text}");
    }

    private static async Task<Visitor> DraftAsync(Visitor officer, string record, string link)
    {
        await officer.OpenAsync(record);
        var href = officer.Page.QuerySelectorAll("main a").Single(a => a.TextContent == link).GetAttribute("href")!;
        await officer.OpenAsync(href);
        Assert.Equal(200, officer.Status);
        return officer;
    }

    private static async Task<string> RequestAsync(Visitor officer)
    {
        await officer.OpenAsync($"{SupportRights.Support}/moi");
        var mark = officer.Page.QuerySelectorAll("[name='Input.Mark'] option").Single(option => option.TextContent.StartsWith("HTX. NÔNG SẢN", StringComparison.Ordinal)).GetAttribute("value")!;
        await officer.SubmitAsync(Form, ("Input.Mark", mark), ("Input.AskedOn", "2026-06-01"), ("Input.Amount", "2.500.000"));
        Assert.True(officer.Status == 302, officer.Text);
        return officer.Redirect!.OriginalString;
    }

    private static async Task<string> SignedAsync(Visitor officer)
    {
        var request = await RequestAsync(officer);
        await StepAsync(officer, request, "dong-y", "2026-06-02", []);
        await StepAsync(officer, request, "hop-dong", "2026-06-10", []);
        return officer.Redirect!.OriginalString;
    }

    private async Task<long?> FigureAsync(string code) => (await _house.App.AskAsync($"collective-marks.{code}", PhuSa.Platform.Figures.FigureRequest.Everything)).Value;

    private Task<MarkSupportContract> ContractAsync(string address) =>
        _house.InDbAsync(async db => (await db.Set<MarkSupportContract>().AsNoTracking().AsSplitQuery().ToListAsync()).Single(c => address.EndsWith($"{c.Id}", StringComparison.Ordinal)));
}
