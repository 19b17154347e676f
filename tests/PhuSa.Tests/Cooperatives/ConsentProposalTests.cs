using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>A cooperative agrees, item by item, to what is shown of it, and takes it back: that waits for nobody.</summary>
public sealed class ConsentProposalTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Own = "/htx-cua-toi/dong-y";
    private const string Form = "main form[method=post]";
    private const string Phone = "Input.Values[ShowPhone]";
    private const string Email = "Input.Values[ShowEmail]";

    private static readonly DateOnly Today = new(2026, 7, 1);

    [Fact]
    public async Task What_is_agreed_to_is_shown_once_an_officer_accepts_it_with_day_and_source()
    {
        await ReachedAsync("htx-an-binh", []);
        var director = await DirectorAsync("htx-an-binh");
        Assert.Equal(Enum.GetValues<PublicItem>().Length, director.Page.QuerySelectorAll("main input[type=checkbox]").Length);
        Assert.Empty(director.Page.QuerySelectorAll("main input[type=checkbox][checked]"));
        await director.SubmitAsync(Form, (Phone, ConsentTargets.Given), (Email, ConsentTargets.Given));
        Assert.Equal(302, director.Status);
        Assert.DoesNotContain("0912000444", await PublicAsync("htx-an-binh"), StringComparison.Ordinal);

        var proposal = Assert.Single(await ProposalsAsync("htx-an-binh"));
        var (phone, email) = (ItemOf(proposal, "ShowPhone"), ItemOf(proposal, "ShowEmail"));
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{ProposalDesk.Address}/{proposal.Id}");
        string[] both = [ConsentTargets.Withheld, ConsentTargets.Given];
        Assert.Equal([.. both, .. both], officer.Page.QuerySelectorAll("main fieldset dd").Select(dd => dd.TextContent.Trim()));
        await officer.SubmitAsync(Form, ($"Input.Verdicts[{phone}]", "nhan"), ($"Input.Verdicts[{email}]", "khong"), ($"Input.Reasons[{email}]", "Thư của người khác"));

        Assert.Equal(302, officer.Status);
        var kept = await house.OfAsync("htx-an-binh");
        Assert.Equal([nameof(PublicItem.Phone)], kept.PublicItems);
        Assert.Equal(Today, kept.ConsentOn);
        Assert.StartsWith("Đề nghị của hợp tác xã, ", kept.ConsentSource, StringComparison.Ordinal);
        Assert.EndsWith(", 01/07/2026", kept.ConsentSource, StringComparison.Ordinal);
        var page = await PublicAsync("htx-an-binh");
        Assert.Contains("0912000444", page, StringComparison.Ordinal);
        Assert.DoesNotContain("mau@vi-du.vn", page, StringComparison.Ordinal);
        Assert.Contains("Thư của người khác", (await director.OpenAsync("/htx-cua-toi")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_back_is_hidden_with_the_sending_and_stays_on_record()
    {
        await ReachedAsync("htx-cho-moi", [PublicItem.Phone, PublicItem.Email]);
        Assert.Contains("0912000444", await PublicAsync("htx-cho-moi"), StringComparison.Ordinal);
        var director = await DirectorAsync("htx-cho-moi");

        await director.SubmitAsync(Form, (Phone, ""));

        Assert.Equal(302, director.Status);
        var page = await PublicAsync("htx-cho-moi");
        Assert.DoesNotContain("0912000444", page, StringComparison.Ordinal);
        Assert.Contains("mau@vi-du.vn", page, StringComparison.Ordinal);
        var kept = await house.OfAsync("htx-cho-moi");
        Assert.Equal([nameof(PublicItem.Email)], kept.PublicItems);
        Assert.Equal(Today, kept.ConsentOn);
        Assert.Equal(ProposalStatus.Decided, Assert.Single(await ProposalsAsync("htx-cho-moi")).Status);
        Assert.Contains("có hiệu lực ngay khi gửi, ", (await director.FollowAsync()).Text, StringComparison.Ordinal);
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        Assert.Contains("có hiệu lực ngay khi gửi, ", (await officer.OpenAsync($"{RegistryHouse.Office}/htx-cho-moi")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_has_answered_is_taken_back_too()
    {
        await ReachedAsync("htx-vinh-binh", []);
        var director = await DirectorAsync("htx-vinh-binh");
        await director.SubmitAsync(Form, (Phone, ConsentTargets.Given));
        await director.OpenAsync(Own);
        Assert.Contains("chờ cán bộ nhận", director.Text, StringComparison.Ordinal);

        await director.SubmitAsync(Form, (Phone, ""));

        Assert.Equal(302, director.Status);
        var proposals = await ProposalsAsync("htx-vinh-binh");
        Assert.Equal(2, proposals.Count);
        Assert.All(proposals, proposal => Assert.Equal(ProposalStatus.Decided, proposal.Status));
        Assert.Contains("Hợp tác xã đã rút đồng ý.", (await director.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Empty((await house.OfAsync("htx-vinh-binh")).PublicItems);
    }

    [Fact]
    public async Task Nothing_changed_is_no_proposal_and_a_form_sent_twice_is_one()
    {
        await ReachedAsync("htx-long-binh", [PublicItem.Phone]);
        var director = await DirectorAsync("htx-long-binh");
        var key = director.Page.QuerySelector("[name='Input.Key']")!.GetAttribute("value")!;
        await director.SubmitAsync(Form);
        Assert.Equal(409, director.Status);
        Assert.Contains("không có gì để gửi", director.Text, StringComparison.Ordinal);

        // The same form again, as it was when it was opened.
        var token = ((IHtmlInputElement)director.Page.QuerySelector("[name=__RequestVerificationToken]")!).Value;
        for (var sent = 0; sent < 2; sent++)
        {
            await director.PostAsync(Own, ("__RequestVerificationToken", token), ("Input.Key", key), ("Input.Shown[ShowPhone]", ConsentTargets.Given));
            Assert.Equal(302, director.Status);
            Assert.Single(await ProposalsAsync("htx-long-binh"));
        }

        Assert.Empty((await house.OfAsync("htx-long-binh")).PublicItems);
    }

    [Fact]
    public async Task What_the_person_did_not_see_is_not_taken_back_and_what_is_no_item_is_nothing()
    {
        await ReachedAsync("htx-binh-thanh", []);
        var director = await DirectorAsync("htx-binh-thanh");
        await house.ChangeAsync("htx-binh-thanh", (_, c) => c.Agree([PublicItem.Phone], Today, "Phiếu ở cơ quan"));
        await director.SubmitAsync(Form);
        Assert.Equal(409, director.Status);

        await director.OpenAsync(Own);
        var token = ((IHtmlInputElement)director.Page.QuerySelector("[name=__RequestVerificationToken]")!).Value;
        var key = director.Page.QuerySelector("[name='Input.Key']")!.GetAttribute("value")!;
        await director.PostAsync(Own, ("__RequestVerificationToken", token), ("Input.Key", key), ("Input.Values[ShowEverything]", ConsentTargets.Given), ("Input.Values[ShowRevenue]", "<script>"), ("Input.Shown[ShowRevenue]", ConsentTargets.Withheld));
        Assert.Equal(409, director.Status);
        Assert.Equal([nameof(PublicItem.Phone)], (await house.OfAsync("htx-binh-thanh")).PublicItems);
    }

    [Fact]
    public async Task An_officer_reads_first_what_the_cooperative_has_said_since()
    {
        await ReachedAsync("htx-vinh-thang", []);
        var director = await DirectorAsync("htx-vinh-thang");
        await director.SubmitAsync(Form, (Phone, ConsentTargets.Given));
        await house.ChangeAsync("htx-vinh-thang", (_, c) => c.Agree([], Today, "Đơn rút số 7"));

        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{ProposalDesk.Address}/{Assert.Single(await ProposalsAsync("htx-vinh-thang")).Id}");

        Assert.Contains("ý kiến ngày 01/07/2026, theo: Đơn rút số 7", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_cooperative_has_said_since_the_page_was_opened_is_shown_before_an_answer_counts()
    {
        await ReachedAsync("htx-kien-an-cho-moi", []);
        var director = await DirectorAsync("htx-kien-an-cho-moi");
        await director.SubmitAsync(Form, (Phone, ConsentTargets.Given));
        var proposal = Assert.Single(await ProposalsAsync("htx-kien-an-cho-moi"));
        var verdict = ($"Input.Verdicts[{ItemOf(proposal, "ShowPhone")}]", "nhan");
        var officer = await (await house.App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{ProposalDesk.Address}/{proposal.Id}");
        await house.ChangeAsync("htx-kien-an-cho-moi", (_, c) => c.Agree([], Today.AddDays(1), "Đơn rút số 8"));

        await officer.SubmitAsync(Form, verdict);

        Assert.Equal(409, officer.Status);
        Assert.Empty((await house.OfAsync("htx-kien-an-cho-moi")).PublicItems);
        Assert.Contains("Đơn rút số 8", officer.Text, StringComparison.Ordinal);

        // Answered all the same: the day is that of the later word, so its paper stays named.
        await officer.SubmitAsync(Form, verdict);
        Assert.Equal(302, officer.Status);
        var kept = await house.OfAsync("htx-kien-an-cho-moi");
        Assert.Equal([nameof(PublicItem.Phone)], kept.PublicItems);
        Assert.Equal(Today.AddDays(1), kept.ConsentOn);
        Assert.EndsWith("; Đơn rút số 8", kept.ConsentSource, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_sent_again_after_another_word_is_in_force_again()
    {
        await ReachedAsync("htx-binh-phuoc-xuan", [PublicItem.Phone]);
        var director = await DirectorAsync("htx-binh-phuoc-xuan");
        var token = ((IHtmlInputElement)director.Page.QuerySelector("[name=__RequestVerificationToken]")!).Value;
        var key = director.Page.QuerySelector("[name='Input.Key']")!.GetAttribute("value")!;
        (string, string)[] form = [("__RequestVerificationToken", token), ("Input.Key", key), ("Input.Values[ShowPhone]", ""), ("Input.Shown[ShowPhone]", ConsentTargets.Given)];
        await director.PostAsync(Own, form);
        Assert.Empty((await house.OfAsync("htx-binh-phuoc-xuan")).PublicItems);
        await house.ChangeAsync("htx-binh-phuoc-xuan", (_, c) => c.Agree([PublicItem.Phone], Today, "Phiếu ở cơ quan"));

        await director.PostAsync(Own, form);

        Assert.Empty((await house.OfAsync("htx-binh-phuoc-xuan")).PublicItems);
    }

    [Fact]
    public async Task The_page_is_small()
    {
        var director = await DirectorAsync("htx-ben-ba-chi");
        Assert.InRange((await director.Http.GetByteArrayAsync(new Uri(Own, UriKind.Relative))).Length, 1, 35 * 1024);
    }

    private Task<bool> ReachedAsync(string code, IReadOnlyList<PublicItem> agreed) => house.ChangeAsync(code, (db, c) =>
    {
        var contact = new CooperativeContact(c.Id);
        contact.Describe(new ContactContent("Lê Văn Kín", "0912000444", "mau@vi-du.vn", null, null, null, null));
        db.Add(contact);
        c.Agree(agreed, new DateOnly(2026, 6, 1), "Phiếu");
    });

    private async Task<Visitor> DirectorAsync(string code) => await (await house.App.SignedInAsync(Role.CooperativeDirector, code)).OpenAsync(Own);

    private async Task<string> PublicAsync(string code) => (await house.App.Visit().OpenAsync($"/hop-tac-xa/{code}")).Text;

    private Task<List<FileProposal>> ProposalsAsync(string code) => house.ReadAsync(code, (db, c) => db.Set<FileProposal>().AsNoTracking().AsSplitQuery().Where(p => p.CooperativeId == c.Id).ToListAsync());

    private static Guid ItemOf(FileProposal proposal, string target) => proposal.Items.Single(item => item.Target.ToString() == target).Id;
}
