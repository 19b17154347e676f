using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Ceremonies;
using PhuSa.Marks.Grants;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks.Ceremonies;

/// <summary>A handover ceremony is an event: it names many rights, may be later than they are, and changes no day of theirs.</summary>
public sealed class CeremonyTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private static readonly DateTime Now = new(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_ceremony_later_than_the_right_is_recorded_and_one_earlier_is_not()
    {
        var ceremony = Ceremony("2026-06-20");

        ceremony.Hand([new(Guid.CreateVersion7(), "quyen", Day("2026-01-15")), new(Guid.CreateVersion7(), "quyen", Day("2026-06-20")), new(Guid.CreateVersion7(), "quyen", null)], By, Now);
        Assert.Throws<RefusedException>(() => ceremony.Hand([new(Guid.CreateVersion7(), "quyen", Day("2026-06-21"))], By, Now));
        Assert.Throws<RefusedException>(() => ceremony.Write(Content("2026-06-19"), [new(Guid.CreateVersion7(), "quyen", Day("2026-06-20"))]));

        Assert.Equal((3, Day("2026-06-20")), (ceremony.Handed.Count(), ceremony.HeldOn));
    }

    [Fact]
    public void A_right_is_named_once_and_taken_off_with_a_reason_that_stays()
    {
        var (ceremony, right) = (Ceremony("2026-06-20"), new GrantToHand(Guid.CreateVersion7(), "quyen", null));
        ceremony.Hand([right, right], By, Now);
        ceremony.Hand([right], By, Now);
        Assert.Single(ceremony.Grants);
        Assert.Throws<RefusedException>(() => ceremony.TakeOff(right.GrantId, " ", By, Now));

        ceremony.TakeOff(right.GrantId, "Ghi nhầm", By, Now);

        Assert.Empty(ceremony.Handed);
        Assert.Equal(("Ghi nhầm", By.Name), (ceremony.Grants[0].TakenOffWhy, ceremony.Grants[0].TakenOffBy));
        Assert.Throws<RefusedException>(() => ceremony.TakeOff(right.GrantId, "Lần nữa", By, Now));
        ceremony.Hand([right], By, Now);
        Assert.Equal((1, 2), (ceremony.Handed.Count(), ceremony.Grants.Count));
    }

    [Fact]
    public async Task Many_rights_of_a_batch_are_named_at_once_and_no_day_of_theirs_changes()
    {
        var batch = $"Đợt {Next()}";
        var grants = new List<MarkGrant>();
        for (var i = 0; i < 3; i++)
        {
            grants.Add(await house.GrantAsync(details: new GrantDetails(null, null, batch, null, null)));
        }

        var officer = await house.OfficerAsync();
        var address = await RecordAsync(officer);
        await officer.OpenAsync($"{address}/them?dot={Uri.EscapeDataString(batch)}");
        Assert.Contains("Thêm tất cả (3)", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Do", AddWord));
        Assert.True(officer.Status == 302, officer.Text);

        await officer.FollowAsync();
        Assert.Contains("Các quyền được trao: 3", officer.Text, StringComparison.Ordinal);
        foreach (var grant in grants)
        {
            var now = await house.ReadAsync(grant.Id);
            Assert.Equal((grant.GivenOn, grant.ExpiresOn, grant.Version, 0), (now.GivenOn, now.ExpiresOn, now.Version, now.Acts.Count));
            Assert.NotNull((await officer.OpenAsync($"{Rights}/{grant.Id}")).Page.QuerySelector($"main a[href='{address}']"));
        }

        var director = await house.App.SignedInAsync(Role.CooperativeDirector, await house.InDbAsync(db => db.Set<Organisation>().Where(o => o.Id == grants[0].HolderId).Select(o => o.Code).SingleAsync()));
        Assert.Contains("Giấy chứng nhận trao ngày 20/06/2026", (await director.OpenAsync("/htx-cua-toi/nhan-hieu")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_handover_is_told_in_a_sentence_and_one_that_was_taken_off_may_be_recorded_elsewhere()
    {
        var grant = await house.GrantAsync();
        var officer = await house.OfficerAsync();
        var (first, second) = (await RecordAsync(officer), await RecordAsync(officer));
        await AddAsync(officer, first, grant.Id);
        Assert.Equal(302, officer.Status);
        await AddAsync(officer, first, grant.Id);
        Assert.Equal(302, officer.Status);
        await AddAsync(officer, second, grant.Id);
        Assert.Equal(422, officer.Status);
        Assert.Contains("đã ghi trao ở", officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync($"{first}/bo/{grant.Id}");
        await officer.SubmitAsync(Form, ("Input.Why", ""));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Why", "Đơn vị không dự"));
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Contains("Đơn vị không dự", (await officer.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync($"{first}/bo/{grant.Id}")).Status);
        await AddAsync(officer, second, grant.Id);
        Assert.True(officer.Status == 302, officer.Text);
        Assert.Contains(await house.App.JournalAsync(), entry => entry.Why == "Đơn vị không dự");
    }

    [Fact]
    public async Task A_ceremony_earlier_than_the_right_or_its_decision_is_told_beside_the_field()
    {
        var young = await house.GrantAsync(given: "2026-06-25");
        var officer = await house.OfficerAsync();
        var address = await RecordAsync(officer);
        await AddAsync(officer, address, young.Id);
        Assert.Equal(422, officer.Status);
        Assert.Contains("không được sớm hơn ngày của quyền", officer.Text, StringComparison.Ordinal);

        var old = await house.GrantAsync(given: "2026-06-20");
        await AddAsync(officer, address, old.Id);
        Assert.Equal(302, officer.Status);
        await officer.OpenAsync($"{address}/sua");
        await officer.SubmitAsync(Form, ("Input.On", "2026-06-01"));
        Assert.Equal(422, officer.Status);
        Assert.Contains("20/06/2026", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, ("Input.On", "2026-06-28"));
        Assert.Equal(302, officer.Status);
        Assert.Equal(Day("2026-06-20"), (await house.ReadAsync(old.Id)).GivenOn.From);
    }

    [Theory]
    [InlineData("Input.Name", "", "Nhập tên buổi lễ")]
    [InlineData("Input.On", "", "Nhập ngày tổ chức")]
    [InlineData("Input.ArticleUrl", "javascript:alert(1)", "bắt đầu bằng https://")]
    [InlineData("Input.ArticleUrl", "//elsewhere.example", "bắt đầu bằng https://")]
    [InlineData("Input.Number", "9999/QĐ-KHONG", "Không có văn bản nào đã ký mang số này")]
    public async Task What_cannot_be_is_told_beside_its_field_and_nothing_typed_is_lost(string field, string value, string sentence)
    {
        var officer = await (await house.OfficerAsync()).OpenAsync($"{CeremonyDesk.Address}/moi");

        await officer.SubmitAsync(Form, ("Input.Name", "Lễ trao Mẫu"), ("Input.On", "2026-06-20"), ("Input.Place", ""), ("Input.Organiser", "Sở Mẫu"), (field, value));

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
        Assert.Equal("Sở Mẫu", officer.Page.QuerySelector("[name='Input.Organiser']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Of_two_who_correct_one_ceremony_the_later_sees_both_versions()
    {
        var (first, second) = (await house.OfficerAsync(), await house.OfficerAsync());
        var address = await RecordAsync(first);
        await first.OpenAsync($"{address}/sua");
        await second.OpenAsync($"{address}/sua");
        await first.SubmitAsync(Form, ("Input.Organiser", "Sở Mẫu"));
        await second.SubmitAsync(Form, ("Input.Organiser", "Liên minh Mẫu"));

        Assert.Equal((302, 409), (first.Status, second.Status));
        Assert.Contains("Sở Mẫu", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_does_not_change_the_ceremony_of_another_and_the_list_goes_out_as_a_table()
    {
        var officer = await house.OfficerAsync();
        var address = await RecordAsync(officer);
        var other = await house.App.SignedInAsync(Role.AllianceOfficer);
        Assert.Equal(200, (await other.OpenAsync(address)).Status);
        Assert.Equal(404, (await other.OpenAsync($"{address}/them")).Status);
        Assert.Equal(404, (await other.OpenAsync($"{address}/sua")).Status);
        Assert.Contains("2026-06-20", await officer.Http.GetStringAsync(new Uri($"{CeremonyDesk.Address}.csv?nam=2026", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("Lễ trao Mẫu", (await officer.OpenAsync($"{CeremonyDesk.Address}?q=le+trao")).Text, StringComparison.Ordinal);
    }

    private const string AddWord = "tat-ca";

    private static CeremonyContent Content(string on) => new("Lễ trao", Day(on), null, null, null, null, null);

    private static HandoverCeremony Ceremony(string on)
    {
        var ceremony = new HandoverCeremony(Guid.CreateVersion7(), Guid.CreateVersion7());
        ceremony.Write(Content(on), []);
        return ceremony;
    }

    private static async Task<string> RecordAsync(Visitor officer)
    {
        await officer.OpenAsync($"{CeremonyDesk.Address}/moi");
        await officer.SubmitAsync(Form, ("Input.Name", $"Lễ trao Mẫu {Next()}"), ("Input.On", "2026-06-20"), ("Input.Organiser", "Sở Mẫu phối hợp Liên minh Mẫu"));
        Assert.True(officer.Status == 302, officer.Text);
        return officer.Redirect!.OriginalString;
    }

    /// <summary>The right is sent whether or not the page offers it: as a stale browser does.</summary>
    private static async Task<Visitor> AddAsync(Visitor officer, string address, Guid grant)
    {
        await officer.OpenAsync($"{address}/them");
        return await officer.PostAsync($"{address}/them", ("__RequestVerificationToken", officer.Page.QuerySelector($"{Form} [name=__RequestVerificationToken]")!.GetAttribute("value")!), ("Chosen", $"{grant}"));
    }
}
