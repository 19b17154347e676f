using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Applications;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Moves;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>Register first, paper after: a step of an application or of a visit gets the paper that was signed later.</summary>
public sealed class StepPaperTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private const string Link = "main a[href*='/van-ban/']";

    [Fact]
    public async Task The_paper_of_an_earlier_check_does_not_make_it_the_last_result()
    {
        var application = await house.CheckedApplicationAsync();
        var paper = await house.InDbAsync(async db => (await db.Set<Paper>().FirstAsync()).Id);
        var first = await house.InDbAsync(async db =>
        {
            var found = await db.Set<MarkApplication>().AsSplitQuery().SingleAsync(a => a.Id == application.Id);
            found.CheckField(new MoveNews(Day("2026-06-29"), "Chưa đạt"), "Tổ 2", passed: false, By, house.App.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
            return found.Acts.Single(act => act.Passed == true).Id;
        });

        await house.InDbAsync(async db =>
        {
            (await db.Set<MarkApplication>().AsSplitQuery().SingleAsync(a => a.Id == application.Id)).Cite(first, paper);
            return await db.SaveChangesAsync();
        });

        var read = await house.InDbAsync(db => db.Set<MarkApplication>().AsNoTracking().AsSplitQuery().SingleAsync(a => a.Id == application.Id));
        Assert.Equal((2, false), (read.Acts.Count(act => act.Passed is not null), read.Result!.Passed));
    }

    [Fact]
    public async Task A_step_of_an_application_gets_its_paper_later_once()
    {
        var application = await house.CheckedApplicationAsync();
        var check = application.Acts.Single(act => act.IsCheck).Id;

        var number = await CiteAsync(ApplicationDesk.Of(application.Id), check);

        var kept = await house.InDbAsync(db => db.Set<MarkApplication>().AsNoTracking().AsSplitQuery().SingleAsync(a => a.Id == application.Id));
        Assert.Equal(await PaperIdAsync(number), kept.Acts.Single(act => act.Id == check).PaperId);
        Assert.Equal(application.Version + 1, kept.Version);
    }

    [Fact]
    public async Task A_step_of_a_visit_gets_its_paper_later_once()
    {
        var visit = await VisitAsync();

        var number = await CiteAsync(InspectionDesk.Of(visit.Id), visit.Acts[0].Id);

        var kept = await house.InDbAsync(db => db.Set<InspectionVisit>().AsNoTracking().AsSplitQuery().SingleAsync(v => v.Id == visit.Id));
        Assert.Equal(await PaperIdAsync(number), kept.Acts[0].PaperId);
        Assert.Equal(visit.Version + 1, kept.Version);
    }

    [Fact]
    public async Task A_paper_that_a_step_of_an_application_rests_on_says_so()
    {
        var application = await house.CheckedApplicationAsync();
        var number = await CiteAsync(ApplicationDesk.Of(application.Id), application.Acts.Single(act => act.IsCheck).Id);
        var uses = await house.InDbAsync(async db => await new ApplicationPaperUse(db).OfAsync(await PaperIdAsync(number), CancellationToken.None));

        Assert.Equal([application.JournalTitle], uses);
    }

    /// <returns>The number of the paper that the step has now.</returns>
    private async Task<string> CiteAsync(string record, Guid act)
    {
        var (number, officer) = (await house.PaperAsync(), await house.OfficerAsync());
        await officer.OpenAsync(record);
        Assert.Contains(officer.Page.QuerySelectorAll(Link), link => link.GetAttribute("href") == $"{record}/van-ban/{act}");
        await officer.OpenAsync($"{record}/van-ban/{act}");
        await officer.SubmitAsync(Form);
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Number", "<script>alert(1)</script>"));
        Assert.Equal(422, officer.Status);
        Assert.Equal(404, (await (await house.App.SignedInAsync(Role.AllianceOfficer)).OpenAsync($"{record}/van-ban/{act}")).Status);

        await officer.SubmitAsync(Form, ("Input.Number", number));
        Assert.True(officer.Status == 302, officer.Text);
        await officer.FollowAsync();
        Assert.Contains(number, officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(officer.Page.QuerySelectorAll(Link), link => link.GetAttribute("href") == $"{record}/van-ban/{act}");
        Assert.Equal(404, (await officer.OpenAsync($"{record}/van-ban/{act}")).Status);
        Assert.Equal(404, (await officer.OpenAsync($"{record}/van-ban/{Guid.CreateVersion7()}")).Status);
        return number;
    }

    private Task<Guid> PaperIdAsync(string number) => house.InDbAsync(db => db.Set<Paper>().Where(p => p.Number == number).Select(p => p.Id).SingleAsync());

    private async Task<InspectionVisit> VisitAsync()
    {
        var grant = await house.GrantAsync();
        return await house.InDbAsync(async db =>
        {
            var now = house.App.Clock.GetUtcNow().UtcDateTime;
            var visit = new InspectionVisit(Guid.CreateVersion7(), $"KT-2026-{Next()}", grant.MarkId, grant.HolderId, [grant.Id], new VisitCause(), new VisitPlan(Day("2026-07-01"), Unannounced: true, "Đột xuất", null), By, now);
            visit.CarryOut(new MoveNews(Day("2026-07-01"), null), new VisitOutcome("Lê Thị Mẫu", "Bao bì", [new(grant.Id, VisitResult.Passed, null)], null), By, now);
            db.Add(visit);
            await db.SaveChangesAsync();
            return visit;
        });
    }
}
