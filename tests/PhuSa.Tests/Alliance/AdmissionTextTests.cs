using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Memberships;
using PhuSa.Organisations.Organisations;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>The text of an admission decision tells those who are admitted from those who only move to another class, as the figure does.</summary>
public sealed class AdmissionTextTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    [Fact]
    public async Task Members_who_move_to_another_class_are_not_admitted_again_and_each_article_has_its_own_number()
    {
        var (member, joining) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        await house.AdmitAsync(member, "2025-01-10", "New");
        var decision = await ListedAsync((member, "Official"), (joining, "New"));

        var (title, body) = await TextAsync(decision);

        Assert.Equal("Về việc kết nạp, chuyển loại thành viên Liên minh Hợp tác xã", title);
        Assert.Contains($"Điều 1. Kết nạp 01 tổ chức có tên sau đây làm thành viên Liên minh Hợp tác xã:\n- {joining.Name}: thành viên mới;", body, StringComparison.Ordinal);
        Assert.Contains($"Điều 2. Chuyển loại thành viên Liên minh Hợp tác xã của 01 tổ chức có tên sau đây:\n- {member.Name}: từ thành viên mới sang thành viên chính thức;", body, StringComparison.Ordinal);
        Assert.Contains("Điều 4. Văn phòng Liên minh và các tổ chức có tên tại Điều 1, Điều 2", body, StringComparison.Ordinal);
        await SignAsync(await house.LeaderAsync(), decision, await house.PaperAsync("2026-06-01"));
        Assert.Equal((1, 1), ((await HistoryAsync(member)).Entries.Count, (await HistoryAsync(joining)).Entries.Count));
    }

    [Fact]
    public async Task A_list_of_moves_alone_admits_nobody_and_who_had_left_is_admitted()
    {
        var (member, left) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        await house.AdmitAsync(member, "2025-01-10", "New");
        await house.AdmitAsync(left, "2025-01-10", "New");
        Assert.Equal(302, (await house.ActAsync(left, "Withdraw", "2026-01-01")).Status);

        var (title, body) = await TextAsync(await ListedAsync((member, "Official")));
        Assert.Equal("Về việc chuyển loại thành viên Liên minh Hợp tác xã", title);
        Assert.Contains("Điều 1. Chuyển loại thành viên Liên minh Hợp tác xã của 01 tổ chức", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Kết nạp", body, StringComparison.Ordinal);

        (_, body) = await TextAsync(await ListedAsync((left, "Official")));
        Assert.Contains("Điều 1. Kết nạp 01 tổ chức", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Chuyển loại", body, StringComparison.Ordinal);
    }

    private async Task<string> ListedAsync(params (Organisation Organisation, string Class)[] asked)
    {
        var officer = await house.OfficerAsync();
        var requests = new List<string>();
        foreach (var (organisation, memberClass) in asked)
        {
            requests.Add(await RequestAsync(officer, organisation, memberClass));
            await StepAsync(officer, requests[^1], "tham-dinh");
        }

        return await ListAsync(officer, Admissions, [.. requests]);
    }

    private async Task<(string Title, string Body)> TextAsync(string decision)
    {
        var officer = await house.OfficerAsync();
        await officer.OpenAsync($"/quan-tri/van-ban/moi?mau=alliance.admission&ho-so={IdOf(decision)}");
        return (officer.Page.QuerySelector("[name='Input.Title']")!.TextContent + officer.Page.QuerySelector("[name='Input.Title']")!.GetAttribute("value"), officer.Page.QuerySelector("[name='Input.Body']")!.TextContent.ReplaceLineEndings("\n"));
    }

    private Task<MembershipHistory> HistoryAsync(Organisation organisation) =>
        house.App.InScopeAsync(services => services.GetRequiredService<MemberBook>().HistoryAsync(organisation.Id, CancellationToken.None));
}
