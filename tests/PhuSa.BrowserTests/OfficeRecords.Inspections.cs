using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Registry;
using PhuSa.Identity.Appointments;
using PhuSa.Marks.Ceremonies;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Moves;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Journal;

namespace PhuSa.BrowserTests;

/// <summary>A plan of inspections, visits to the director's cooperative at the steps that the pages need, and a ceremony. All made up.</summary>
internal sealed partial class OfficeRecords
{
    private async Task<bool> InspectionsAsync(IServiceProvider services)
    {
        services.GetRequiredService<Acting>().As(OfficePeople.By);
        var db = services.GetRequiredService<AppDbContext>();
        var (today, now) = (VietnamTime.Today(TimeProvider.System), Now);
        var own = await db.Set<Cooperative>().Where(c => c.Code == "htx-long-binh").Select(c => c.Id).SingleAsync();
        var grant = await db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => g.HolderId == own).OrderBy(g => g.Id).FirstAsync();
        var body = (await db.Set<Appointment>().SingleAsync(a => a.PersonId == Officer.Id)).OrganisationId!.Value;
        var plan = new InspectionPlan(Guid.CreateVersion7(), body);
        plan.Write(new PlanContent(today.Year, "Kế hoạch kiểm tra Mẫu", [grant.MarkId], null, "Kiểm tra vùng trồng Mẫu"));
        var planned = Visit(grant, plan.Id, unannounced: true, today.AddDays(10), now);
        var announced = Visit(grant, plan.Id, unannounced: false, today.AddDays(5), now);
        announced.GiveNotice(new MoveNews(today.AddDays(-1), "Báo qua điện thoại"), today.AddDays(5), "Sổ sản xuất", OfficePeople.By, now);
        var done = Visit(grant, null, unannounced: true, today.AddDays(-10), now);
        done.CarryOut(new MoveNews(today.AddDays(-10), null), new VisitOutcome("Lê Thị Mẫu", "Bao bì, sổ sản xuất", [new(grant.Id, VisitResult.Remedy, "Tem dán sai chỗ")], today.AddDays(-1)), OfficePeople.By, now);
        var ceremony = new HandoverCeremony(Guid.CreateVersion7(), body);
        ceremony.Write(new CeremonyContent("Lễ trao Mẫu", today.AddDays(-3), "Hội trường Mẫu", "Sở Mẫu", null, "/bai-viet/le-trao", null), []);
        var free = await db.Set<MarkGrant>().AsNoTracking().AsSplitQuery()
            .Where(g => !db.Set<HandoverCeremony>().Any(c => c.Grants.Any(handed => handed.GrantId == g.Id && handed.TakenOffAt == null))).OrderByDescending(g => g.Id).FirstAsync();
        ceremony.Hand([new GrantToHand(free.Id, free.JournalTitle, null)], OfficePeople.By, now);
        db.AddRange(plan, planned, announced, done, ceremony);
        await db.SaveChangesAsync();
        using var content = new MemoryStream(Convert.FromBase64String(OcopRecords.Pixel));
        var photo = (await services.GetRequiredService<IFiles>().TakeInAsync(new(content, "bao-bi.png"), VisitFiles.Of(planned.Id), VisitFiles.Rules, CancellationToken.None)).Id;

        var (visits, plans, ceremonies) = (InspectionDesk.Address + "/{id}", InspectionDesk.Plans + "/{id}", CeremonyDesk.Address + "/{id}");
        _filled[$"{InspectionDesk.Address}/moi"] = $"{InspectionDesk.Address}/moi?{VisitStart.GrantKey}={grant.Id}";
        Fill(visits, done.Id, "");
        Fill(visits, planned.Id, "/sua", "/tep");
        _filled[$"{visits}/{{buoc}}"] = $"{InspectionDesk.Of(planned.Id)}/ket-qua";
        _filled[$"{visits}/van-ban/{{viec}}"] = $"{InspectionDesk.Of(done.Id)}/van-ban/{done.Acts[0].Id}";
        _filled[$"{visits}/tep/{{tep}}"] = $"{InspectionDesk.Of(planned.Id)}/tep/{photo}";
        Fill(plans, plan.Id, "", "/sua");
        Fill(ceremonies, ceremony.Id, "", "/sua", "/them");
        _filled[$"{ceremonies}/bo/{{quyen}}"] = $"{CeremonyDesk.Of(ceremony.Id)}/bo/{free.Id}";
        _filled[$"{InspectionDesk.Own}/{{id}}"] = InspectionDesk.OwnOf(announced.Id);
        return true;
    }

    private static InspectionVisit Visit(MarkGrant grant, Guid? plan, bool unannounced, DateOnly on, DateTime now) => new(
        Guid.CreateVersion7(), $"KT-M-{Interlocked.Increment(ref _label)}", grant.MarkId, grant.HolderId, [grant.Id], new VisitCause(plan), new VisitPlan(on, unannounced, "Kiểm tra định kỳ Mẫu", null), OfficePeople.By, now);
}
