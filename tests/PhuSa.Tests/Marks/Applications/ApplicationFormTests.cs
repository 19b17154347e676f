using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Applications;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks.Applications;

/// <summary>The forms around applications as a hostile, a hasty and a late browser send them.</summary>
public sealed class ApplicationFormTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private const string Own = "/htx-cua-toi/nhan-hieu";
    private const string Office = "/quan-tri/nhan-hieu";
    private const string Script = "<script>alert(1)</script>";

    [Fact]
    public async Task A_script_in_every_field_is_shown_as_words_everywhere()
    {
        var (director, holder) = await DirectorAsync();
        await director.OpenAsync($"{Own}/moi");
        await director.SubmitAsync(Form, ("Input.Product", Script), ("Input.ProductGroup", Script), ("Input.Workshop", Script));
        Assert.True(director.Status == 302, director.Text);
        var application = await house.InDbAsync(db => db.Set<MarkApplication>().AsSplitQuery().SingleAsync(a => a.ApplicantId == holder.Id));
        await director.FollowAsync();
        await director.SubmitAsync(Form, ("Input.Making.Place", Script), ("Input.Making.Output", "5"), ("Input.Making.OutputUnit", Script), ("Input.Making.Process", Script), ("Input.Making.Safety", Script));
        Assert.True(director.Status == 302, director.Text);

        var officer = await house.OfficerAsync();
        foreach (var (visitor, address) in new[] { (director, Own), (director, $"{Own}/{application.Id}"), (director, $"{Own}/{application.Id}/nop"), (officer, $"{Office}/don"), (officer, $"{Office}/don/{application.Id}"), (officer, $"{Office}/don/{application.Id}/sua") })
        {
            await visitor.OpenAsync(address);
            Assert.True(visitor.Status == 200, address);
            Assert.DoesNotContain(visitor.Page.Scripts, script => script.Text.Contains("alert(1)", StringComparison.Ordinal));
            Assert.Contains(visitor.Page.QuerySelectorAll("main, main input, main textarea"), element => $"{element.TextContent}{element.GetAttribute("value")}".Contains(Script, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_goes_back_to_a_form_that_was_saved_is_told_that_what_is_typed_now_was_not()
    {
        var (director, holder) = await DirectorAsync();
        await director.OpenAsync($"{Own}/moi");
        (string, string)[] sent = [.. new[] { "NewId", "Input.Mark", "__RequestVerificationToken" }
            .Select(name => (name, director.Page.QuerySelector($"{Form} [name='{name}']:checked, {Form} [name='{name}']")!.GetAttribute("value") ?? director.Page.QuerySelector($"{Form} [name='{name}'] option[selected]")!.GetAttribute("value")!))];
        await director.PostAsync($"{Own}/moi", [.. sent, ("Input.Product", "Xoài keo"), ("Input.Workshop", "Ấp một")]);
        Assert.True(director.Status == 302, director.Text);

        await director.PostAsync($"{Own}/moi", [.. sent, ("Input.Product", "Xoài keo"), ("Input.Workshop", "Ấp một")]);
        Assert.Equal(302, director.Status);
        await director.PostAsync($"{Own}/moi", [.. sent, ("Input.Product", "Xoài keo"), ("Input.Workshop", "Ấp hai")]);

        Assert.Equal(422, director.Status);
        Assert.Contains("chưa được ghi", director.Text, StringComparison.Ordinal);
        Assert.Equal("Ấp hai", director.Page.QuerySelector("[name='Input.Workshop']")!.GetAttribute("value"));
        Assert.Equal("Ấp một", (await house.InDbAsync(db => db.Set<MarkApplication>().AsSplitQuery().SingleAsync(a => a.ApplicantId == holder.Id))).Workshop);
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_none_comes_back_with_a_sentence_and_the_draft_stays()
    {
        var (director, holder) = await DirectorAsync();
        var application = await DraftAsync(holder);
        await director.OpenAsync($"{Own}/{application.Id}/tep");
        await director.UploadAsync(Form, "Input.File", new byte[11 * 1024 * 1024], "vuon.jpg", "image/jpeg");
        Assert.Equal(413, director.Status);
        Assert.Contains("Tệp lớn hơn 10 MB", director.Text, StringComparison.Ordinal);

        await director.OpenAsync($"{Own}/{application.Id}/tep");
        await director.UploadAsync(Form, "Input.File", [], "", "application/octet-stream");
        Assert.Equal(422, director.Status);
        Assert.Contains("Chọn một ảnh hoặc tệp", director.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await director.OpenAsync($"{Own}/{application.Id}")).Status);
    }

    [Fact]
    public async Task Two_people_on_one_draft_see_both_versions_and_lose_nothing()
    {
        var (director, holder) = await DirectorAsync();
        var application = await DraftAsync(holder);
        await director.OpenAsync($"{Own}/{application.Id}/san-xuat");
        var officer = await (await house.OfficerAsync()).OpenAsync($"{Office}/don/{application.Id}/sua");
        await officer.SubmitAsync(Form, ("Input.Making.Place", "Ấp của cán bộ"), ("Input.Why", "Gọi điện hỏi lại"));
        Assert.True(officer.Status == 302, officer.Text);

        await director.SubmitAsync(Form, ("Input.Making.Place", "Ấp của hợp tác xã"));

        Assert.Equal(409, director.Status);
        Assert.Contains("Ấp của cán bộ", director.Text, StringComparison.Ordinal);
        Assert.Equal("Ấp của hợp tác xã", director.Page.QuerySelector("[name='Input.Making.Place']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_submission_sent_twice_gives_one_number()
    {
        var (director, holder) = await DirectorAsync();
        var application = await DraftAsync(holder);
        await director.OpenAsync($"{Own}/{application.Id}/nop");
        var form = director.Page.QuerySelector(Form)!;
        (string, string)[] sent = [.. new[] { "Version", "__RequestVerificationToken" }.Select(name => (name, form.QuerySelector($"[name={name}]")!.GetAttribute("value")!))];

        await director.PostAsync($"{Own}/{application.Id}/nop", sent);
        Assert.Equal(302, director.Status);
        var code = (await ReadAsync(application.Id)).Code;
        await director.PostAsync($"{Own}/{application.Id}/nop", sent);

        Assert.Equal(409, director.Status);
        var kept = await ReadAsync(application.Id);
        Assert.Equal((code, 1), (kept.Code, kept.Acts.Count));
    }

    [Fact]
    public async Task An_officer_of_a_body_that_does_not_own_the_mark_reads_and_records_nothing()
    {
        var (_, holder) = await DirectorAsync();
        var application = await DraftAsync(holder);
        var other = await house.App.SignedInAsync(Role.AllianceOfficer);

        Assert.Equal(200, (await other.OpenAsync($"{Office}/don/{application.Id}")).Status);
        Assert.Null(other.Page.QuerySelector("main a[href$='/sua']"));
        foreach (var part in new[] { "sua", "tep", "nop", "rut", "trao-quyen" })
        {
            Assert.Equal(404, (await other.OpenAsync($"{Office}/don/{application.Id}/{part}")).Status);
        }
    }

    private async Task<(Visitor Director, Organisation Holder)> DirectorAsync()
    {
        var holder = await house.HolderAsync();
        return (await house.App.SignedInAsync(Role.CooperativeDirector, holder.Code), holder);
    }

    private Task<MarkApplication> ReadAsync(Guid id) => house.InDbAsync(db => db.Set<MarkApplication>().AsNoTracking().AsSplitQuery().SingleAsync(a => a.Id == id));

    private Task<MarkApplication> DraftAsync(Organisation holder) => house.InDbAsync(async db =>
    {
        var mark = await db.Set<CertificationMark>().SingleAsync();
        var application = new MarkApplication(Guid.CreateVersion7(), mark.Id, holder.Id, new ApplicationContent("Xoài cát", null, null, "Ấp Long Hoà", 1200, "tấn", "Theo VietGAP", null), By, house.App.Clock.GetUtcNow().UtcDateTime);
        db.Add(application);
        await db.SaveChangesAsync();
        return application;
    });
}
