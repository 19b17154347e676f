using System.IO.Compression;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Papers;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>The award decision as a Decree-30 Word file, made from the list that the panel agreed to.</summary>
public sealed class AwardPaperTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    private const string Awards = "/quan-tri/lien-minh/khen-thuong";

    [Fact]
    public async Task Point_25_the_award_decision_is_a_Word_file_with_its_list_number_signer_and_recipients()
    {
        var (one, other) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        var officer = await house.OfficerAsync();
        var nominations = new[]
        {
            await AwardOfficeTests.NominateAsync(officer, one.Code, "Giấy khen của Liên minh Hợp tác xã tỉnh", "Collective", ""),
            await AwardOfficeTests.NominateAsync(officer, other.Code, "Giấy khen của Liên minh Hợp tác xã tỉnh", "Individual", "Trần Thị Mẫu"),
        };
        foreach (var nomination in nominations)
        {
            await StepAsync(officer, nomination, "dong-y", "7/7 phiếu");
        }

        var decision = await ListAsync(officer, Awards, nominations);
        var leader = await house.App.SignedInAsync(Role.AllianceLeader);
        await PaperHouse.OpenBookAsync(leader, "Quyết định của Liên minh", "LMHTX", "Decision");

        await officer.OpenAsync($"/quan-tri/van-ban/moi?mau=alliance.award&ho-so={IdOf(decision)}");
        Assert.Equal(200, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Place", "An Giang"));
        Assert.True(officer.Status == 302, officer.Text);
        var paper = officer.Redirect!.OriginalString;
        await leader.OpenAsync($"{paper}/lay-so");
        await leader.SubmitAsync(Form);
        Assert.Equal(302, leader.Status);
        await leader.OpenAsync($"{paper}/ky");
        await leader.SubmitAsync(Form, ("Input.Authority", "Deputy"), ("Input.For", "Chủ tịch"), ("Input.Position", "Phó Chủ tịch"), ("Input.Name", "Lê Văn Ký"));
        Assert.Equal(302, leader.Status);

        using var answer = await officer.Http.GetAsync(new Uri($"{paper}/van-ban.docx", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)answer.StatusCode);
        using var word = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var reader = new StreamReader(word.GetEntry("word/document.xml")!.Open());
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var part in new[] { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "/QĐ-LMHTX", "QUYẾT ĐỊNH", "Về việc khen thưởng tập thể, cá nhân có thành tích", "Khen thưởng 02 tập thể, cá nhân có tên sau đây:", one.Name, "Trần Thị Mẫu", "Giấy khen của Liên minh Hợp tác xã tỉnh", "Căn cứ Luật Thi đua, khen thưởng;", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Văn Ký", "- Như Điều 2;", "An Giang, ngày 01 tháng 7 năm 2026" })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        using var other403 = await (await house.App.SignedInAsync(Role.DepartmentOfficer)).Http.GetAsync(new Uri($"{paper}/van-ban.docx", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)other403.StatusCode);
    }

    [Fact]
    public async Task Who_may_not_keep_the_records_of_the_alliance_gets_no_draft_of_its_decision()
    {
        var officer = await house.OfficerAsync();
        var nomination = await AwardOfficeTests.NominateAsync(officer, (await house.OrganisationAsync()).Code, "Giấy khen của Liên minh Hợp tác xã tỉnh", "Collective", "");
        await StepAsync(officer, nomination, "dong-y", "7/7 phiếu");
        var decision = await ListAsync(officer, Awards, nomination);

        Assert.Equal(404, (await (await house.App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"/quan-tri/van-ban/moi?mau=alliance.award&ho-so={IdOf(decision)}")).Status);
    }
}
