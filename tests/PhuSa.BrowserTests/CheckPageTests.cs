using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using static Microsoft.Playwright.Assertions;

namespace PhuSa.BrowserTests;

/// <summary>Point 13: a label is checked on a phone in a market: one request, five kilobytes, no script. All records are made up.</summary>
public sealed class CheckPageTests(Site site)
{
    private const int Most = 5 * 1024;

    [Theory]
    [InlineData("valid", "Đang có hiệu lực", "In force", "Có hiệu lực đến hết ngày")]
    [InlineData("unknownTerm", "Đã trao quyền – thời hạn: chưa có dữ liệu", "Right given – term: no data", "Thời hạn dùng nhãn hiệu")]
    [InlineData("suspended", "Đang tạm dừng", "Suspended", "Tạm dừng từ ngày")]
    [InlineData("revoked", "Đã thu hồi", "Revoked", "Thu hồi từ ngày")]
    [InlineData("expired", "Đã hết hạn", "Ended", "Hết hạn sau ngày")]
    public async Task Point_13_without_javascript_a_check_is_one_request_of_five_kilobytes_and_leads_to_its_english_and_to_a_report(string state, string vietnamese, string english, string line)
    {
        var code = await CodeAsync(state);
        var page = await site.PhoneWithoutJavaScriptAsync();
        foreach (var (address, word) in new[] { (CheckAddress.Of(code), vietnamese), (CheckAddress.Of(code, english: true), english) })
        {
            await AssertOneRequestAsync(page, address, 200);
            await Expect(page.Locator("h1")).ToHaveTextAsync(word);
            await Expect(page.Locator("[role=status]")).ToBeInViewportAsync();
            await Expect(page.Locator("body")).ToContainTextAsync("khcn.localhost");
        }

        await page.GotoAsync(CheckAddress.Of(code));
        await Expect(page.Locator("dt").GetByText(line, new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(site.Department + CheckAddress.Of(code, english: true));
        await page.GetByRole(AriaRole.Link, new() { Name = "Report a wrong label" }).ClickAsync();
        await Expect(page.Locator("[name='Input.Code']")).ToHaveValueAsync(CheckCode.Written(code));
    }

    [Fact]
    public async Task Point_13_without_javascript_a_code_is_typed_and_a_mistyped_one_is_told_in_one_request_of_five_kilobytes()
    {
        var code = CheckCode.Written(await CodeAsync("valid"));
        var page = await site.PhoneWithoutJavaScriptAsync();
        await AssertOneRequestAsync(page, CheckAddress.Home, 200);
        await AssertOneRequestAsync(page, CheckAddress.English, 200);
        await AssertOneRequestAsync(page, $"{CheckAddress.Home}/{CheckCode.Written(CheckCode.New())}", 404);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Không tìm thấy mã này");

        await page.GotoAsync(CheckAddress.Home);
        await page.GetByLabel("Mã trên nhãn").FillAsync((code[0] == 'A' ? 'B' : 'A') + code[1..]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra" }).ClickAsync();
        await Expect(page.Locator("body")).ToContainTextAsync("Mã gõ sai");
        await page.GetByLabel("Mã trên nhãn").FillAsync(code.ToLowerInvariant().Replace('-', ' '));
        await page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Đang có hiệu lực");
        await Expect(page).ToHaveURLAsync($"{site.Department}{CheckAddress.Home}/{code}");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Point_13_axe_finds_nothing_on_the_form_in_any_state_and_on_a_code_that_is_not_found(ColorScheme colours)
    {
        var page = await site.PageAsync(320, 640);
        await page.EmulateMediaAsync(new() { ColorScheme = colours });
        List<string> addresses = [CheckAddress.Home, CheckAddress.English];
        foreach (var state in Enum.GetValues<GrantState>())
        {
            var code = await CodeAsync(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString()));
            addresses.AddRange([CheckAddress.Of(code), CheckAddress.Of(code, english: true)]);
        }

        var missing = CheckCode.New();
        addresses.AddRange([CheckAddress.Of(missing), CheckAddress.Of(missing, english: true), $"{CheckAddress.Home}/khong-phai-ma", $"{CheckAddress.English}/khong-phai-ma"]);
        var found = new List<string>();
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            found.AddRange(await Axe.LookAsync(page, address));
            if (await Axe.WiderAsync(page) is { } wider)
            {
                found.Add($"{address}: {wider}");
            }
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    /// <summary>The page asks for nothing else, and neither does the browser around it.</summary>
    private async Task AssertOneRequestAsync(IPage page, string address, int status)
    {
        using var asked = new AskedPaths();
        var (begun, finished) = (new List<string>(), new List<IRequest>());
        void Begin(object? sender, IRequest request) => begun.Add(request.Url);
        void Finish(object? sender, IRequest request) => finished.Add(request);
        page.Request += Begin;
        page.RequestFinished += Finish;

        var answer = await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });

        page.Request -= Begin;
        page.RequestFinished -= Finish;
        Assert.Equal(status, answer!.Status);
        Assert.Equal([site.Department + address], begun);
        var sizes = await Assert.Single(finished).SizesAsync();
        var size = sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        Assert.True(size is > 0 and <= Most, string.Create(CultureInfo.InvariantCulture, $"{address}: {size} bytes"));

        // What the server was asked: a browser's own requests, such as for an icon, are in no page's list.
        Assert.Contains(address, asked.Of(site.Department, address));
        Assert.All(asked.Of(site.Department, address), path => Assert.Equal(address, path));
    }

    private Task<string> CodeAsync(string state) => site.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(OfficePeople.By);
        var db = services.GetRequiredService<AppDbContext>();
        var (today, now) = (VietnamTime.Today(TimeProvider.System), TimeProvider.System.GetUtcNow().UtcDateTime);
        var mark = await db.Set<CertificationMark>().OrderBy(m => m.Code).FirstAsync();
        var holder = Guid.CreateVersion7();
        await services.GetRequiredService<IOrganisationRegister>().OpenAsync(holder, OrganisationKind.HouseholdBusiness, $"Hộ kinh doanh Mẫu {holder:N}", shortName: null, [], CancellationToken.None);
        var first = state == "notYet" ? today.AddDays(3) : today.AddYears(-2);
        DateOnly? last = state switch { "unknownTerm" => null, "expired" => today.AddDays(-1), "expiring" => today.AddDays(20), _ => today.AddYears(1) };
        var grant = new MarkGrant(Guid.CreateVersion7(), $"quyen-{holder:N}", mark.Id, holder, new GrantTerms("Xoài sấy Mẫu", RecordTime.Day(first), last, null, null, null), GrantStatus.Granted, OfficePeople.By, now);
        var news = new GrantNews(today.AddDays(-1), "Lý do của phép thử", null);
        switch (state)
        {
            case "suspended":
                grant.Suspend(news, null, OfficePeople.By, now);
                break;
            case "revoked":
                grant.Revoke(news, null, OfficePeople.By, now);
                break;
            case "givenUp":
                grant.HandBack(news, OfficePeople.By, now);
                break;
        }

        db.Add(grant);
        await db.SaveChangesAsync();
        return grant.CheckCode;
    });
}
