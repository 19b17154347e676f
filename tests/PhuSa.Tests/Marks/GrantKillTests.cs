using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Applications;
using PhuSa.Marks.Grants;
using PhuSa.Office.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Journal;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>kill -9 of a real process in which officers grant applications.</summary>
public sealed class GrantKillTests(ITestOutputHelper output)
{
    private const int OfEach = 16;
    private const int Enough = 9;
    private const string Applications = "/quan-tri/nhan-hieu/don";

    [Fact]
    public async Task Point_11_a_killed_process_leaves_of_each_application_the_right_the_step_and_the_notice_or_none_of_them()
    {
        var house = new MarkHouse();
        await house.InitializeAsync();
        await using var _ = house;
        var (director, applications) = (new Dictionary<Guid, Guid>(), new List<MarkApplication>());
        for (var i = 0; i < KilledOfficers.Count * OfEach; i++)
        {
            var holder = await house.HolderAsync();
            applications.Add(await house.CheckedApplicationAsync(holder));
            director[applications[^1].Id] = (await house.App.PersonAsync(Role.CooperativeDirector, holder.Code)).Id;
        }

        var answered = (await house.WorkUntilKilledAsync(applications, Enough, GrantAsync)).Select(application => application.Id).ToHashSet();
        output.WriteLine($"{answered.Count} of {applications.Count} were answered.");
        Assert.InRange(answered.Count, Enough, applications.Count - 1);

        var given = 0;
        foreach (var id in applications.Select(application => application.Id))
        {
            var application = await house.InDbAsync(db => db.Set<MarkApplication>().AsNoTracking().AsSplitQuery().SingleAsync(a => a.Id == id));
            var right = await house.InDbAsync(db => db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(g => g.HolderId == application.ApplicantId));
            var (all, told) = (right is null ? 0 : 1, await house.InDbAsync(db => db.Set<OfficeNotice>().CountAsync(notice => notice.PersonId == director[id])));
            Assert.Equal((right?.Id, right is null ? MarkApplicationStatus.Checked : MarkApplicationStatus.Granted), (application.GrantId, application.Status));
            Assert.Equal((all, all, all), (right?.Steps.Count ?? 0, application.Acts.Count(act => act.Action == ApplicationAction.Grant), told));
            Assert.True(right is not null || !answered.Contains(id), "Answered as given, and not there.");
            given += all;
        }

        Assert.InRange(given, answered.Count, Math.Min(answered.Count + KilledOfficers.Count, applications.Count));
        Assert.Null((await house.App.CheckAsync()).Breach);
        await GoOnAsync(house, answered.First(), applications.Select(application => application.Id));
    }

    /// <summary>The paper of what was given is still to come, and what was not given can be given.</summary>
    private static async Task GoOnAsync(MarkHouse house, Guid answered, IEnumerable<Guid> applications)
    {
        var officer = await house.OfficerAsync();
        var right = await house.InDbAsync(db => db.Set<MarkApplication>().Where(a => a.Id == answered).Select(a => a.GrantId!.Value).SingleAsync());
        await officer.OpenAsync($"{Rights}/{right}");
        await officer.OpenAsync(officer.Page.QuerySelectorAll("main a").Single(link => link.TextContent == "Soạn quyết định").GetAttribute("href")!);
        Assert.Equal(200, officer.Status);

        var ids = applications.ToArray();
        var left = await house.InDbAsync(db => db.Set<MarkApplication>().Where(a => ids.Contains(a.Id) && a.GrantId == null).Select(a => a.Id).FirstAsync());
        await officer.OpenAsync($"{Applications}/{left}/trao-quyen");
        await officer.SubmitAsync(Form, ("Input.GivenOn", "2026-07-01"));
        Assert.True(officer.Status == 302, officer.Text);
    }

    private static async Task GrantAsync(Visitor officer, MarkApplication application)
    {
        await officer.OpenAsync($"{Applications}/{application.Id}/trao-quyen");
        Assert.True(officer.Status == 200, $"{officer.Status} {officer.Redirect} {officer.Text}");
        await officer.SubmitAsync(Form, ("Input.GivenOn", "2026-07-01"), ("Input.CertificateNumber", $"{Next()}/GCN"));
        Assert.True(officer.Status == 302, officer.Text);
    }
}
