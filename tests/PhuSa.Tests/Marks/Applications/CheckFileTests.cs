using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Applications;
using PhuSa.Marks.Moves;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks.Applications;

/// <summary>Photos of a field check stand with that check, and not among what the applicant sent.</summary>
public sealed class CheckFileTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    [Fact]
    public async Task A_photo_of_a_check_stands_with_the_check_and_is_read_by_the_applicant_and_by_nobody_else()
    {
        var holder = await house.HolderAsync();
        var application = await house.CheckedApplicationAsync(holder);
        var (officer, check) = (await house.OfficerAsync(), application.Acts.Single(act => act.IsCheck).Id);

        var photo = await AttachAsync(officer, application, check);

        var record = await officer.OpenAsync(ApplicationDesk.Of(application.Id));
        Assert.Single(record.Page.QuerySelectorAll("aside .ps-timeline a[href$='.jpg']"), link => link.GetAttribute("href") == photo);
        Assert.Empty(record.Page.QuerySelectorAll("section a[href$='.jpg']"));
        var director = await house.App.SignedInAsync(Role.CooperativeDirector, holder.Code);
        Assert.Contains((await director.OpenAsync(ApplicationDesk.OwnOf(application.Id))).Page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == photo);
        Assert.Empty(director.Page.QuerySelectorAll("main a[href*='/viec/'], main a[href*='/van-ban/']"));
        Assert.Equal(200, (await director.OpenAsync(photo)).Status);
        Assert.NotEqual(200, (await (await house.App.SignedInAsync(Role.CooperativeDirector, "htx-long-binh")).OpenAsync(photo)).Status);
        Assert.NotEqual(200, (await house.App.Visit().OpenAsync(photo)).Status);
    }

    [Fact]
    public async Task A_photo_goes_again_once_and_a_step_that_is_no_check_takes_none()
    {
        var application = await house.CheckedApplicationAsync();
        var (officer, check) = (await house.OfficerAsync(), application.Acts.Single(act => act.IsCheck).Id);
        await AttachAsync(officer, application, check);
        var away = officer.Page.QuerySelector($"main a[href*='/viec/{check}/tep/']")!.GetAttribute("href")!;

        await officer.OpenAsync(away);
        await officer.SubmitAsync(Form);
        Assert.Equal(302, officer.Status);
        Assert.Equal(404, (await officer.OpenAsync(away)).Status);
        Assert.Equal(404, (await officer.OpenAsync($"{ApplicationDesk.Of(application.Id)}/viec/{application.Acts[0].Id}/tep")).Status);
        Assert.Equal(404, (await (await house.App.SignedInAsync(Role.AllianceOfficer)).OpenAsync($"{ApplicationDesk.Of(application.Id)}/viec/{check}/tep")).Status);
    }

    [Fact]
    public async Task What_is_too_large_or_no_photo_is_told_in_a_sentence_and_a_decided_application_takes_none()
    {
        var application = await house.CheckedApplicationAsync();
        var (officer, check) = (await house.OfficerAsync(), application.Acts.Single(act => act.IsCheck).Id);
        var address = $"{ApplicationDesk.Of(application.Id)}/viec/{check}/tep";
        await officer.OpenAsync(address);
        await officer.UploadAsync(Form, "Input.File", [], "trong.jpg", "image/jpeg");
        Assert.Equal(422, officer.Status);
        await officer.OpenAsync(address);
        await officer.UploadAsync(Form, "Input.File", "<script>alert(1)</script>"u8.ToArray(), "anh.jpg", "image/jpeg");
        Assert.Equal(422, officer.Status);

        await house.InDbAsync(async db =>
        {
            var kept = await db.Set<MarkApplication>().AsSplitQuery().SingleAsync(a => a.Id == application.Id);
            kept.Refuse(new MoveNews(Day("2026-07-01"), "Không đạt"), By, house.App.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(404, (await officer.OpenAsync(address)).Status);
    }

    /// <returns>The address of the photo; the visitor stands on the application.</returns>
    private static async Task<string> AttachAsync(Visitor officer, MarkApplication application, Guid check)
    {
        await officer.OpenAsync($"{ApplicationDesk.Of(application.Id)}/viec/{check}/tep");
        await officer.UploadAsync(Form, "Input.File", Files.Samples.Photograph(), "vung-trong.jpg", "image/jpeg");
        Assert.True(officer.Status == 302, officer.Text);
        await officer.FollowAsync();
        return officer.Page.QuerySelector("main a[href$='.jpg']")!.GetAttribute("href")!;
    }
}
