using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Decisions;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Watching.Freezes;
using PhuSa.Support.Applications;
using PhuSa.Support.Verdicts;
using PhuSa.Tests.Marks;

namespace PhuSa.Tests.Watching;

/// <summary>While publishing is frozen papers, lists and answers that readers do not see are worked on, none comes before readers, and any may be taken away.</summary>
public sealed class FrozenPapersTests : IAsyncLifetime
{
    private readonly MarkHouse _house = new();

    private DateTime Now => _house.App.Clock.GetUtcNow().UtcDateTime;

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_paper_that_nobody_sees_is_recorded_and_one_before_readers_is_only_voided()
    {
        await FreezeAsync();

        await WriteAsync(db => Task.FromResult(db.Add(Recorded("van-ban-kin", isPublic: false))));
        await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(db => Task.FromResult(db.Add(Recorded("van-ban-la", isPublic: true)))));
        await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(async db => (await PaperAsync(db, "van-ban-kin")).Describe(Content(isPublic: true))));
        await WriteAsync(async db => (await PaperAsync(db, "qd-ket-nap-2020")).Void("Ghi nhầm", MarkHouse.By, Now));
    }

    [Fact]
    public async Task A_list_of_awards_is_put_together_and_waits_for_its_paper_and_a_row_is_taken_off()
    {
        var honoured = Guid.CreateVersion7();
        await WriteAsync(async db => db.Add(Honoured(honoured, (await db.Set<AwardDecision>().AsNoTracking().AsSplitQuery().SingleAsync(d => d.Code == "qd-khen-thuong-2020")).Id)));
        await FreezeAsync();
        var list = new AwardDecision(Guid.CreateVersion7(), "Đợt thử", MarkHouse.By, Now);
        var considered = Guid.CreateVersion7();

        await WriteAsync(db => Task.FromResult(db.Add(list)));
        await WriteAsync(db => Task.FromResult(db.Add(Honoured(considered, list.Id))));
        await WriteAsync(async db => (await AwardAsync(db, considered)).GiveReason("Lời còn sửa"));
        await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(async db => (await db.Set<AwardDecision>().AsSplitQuery().SingleAsync(d => d.Id == list.Id)).Sign(Guid.CreateVersion7(), RecordTime.Day(new DateOnly(2026, 6, 30)), MarkHouse.By, Now)));
        await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(async db => (await AwardAsync(db, honoured)).GiveReason("Lời người lạ")));
        await WriteAsync(async db => (await AwardAsync(db, honoured)).TakeOff(new Correction("Quyết định 02", "Ghi nhầm"), MarkHouse.By, Now));
    }

    [Fact]
    public async Task A_request_for_support_is_taken_from_readers_and_answered_out_of_their_sight()
    {
        await FreezeAsync();

        await Assert.ThrowsAsync<RefusedException>(() => AnswerAsync("Lời người lạ"));
        await WriteAsync(async db =>
        {
            var told = await db.Set<SupportApplication>().AsSplitQuery().SingleAsync(a => a.Published);
            told.Describe(new ApplicationDetails(told.ApplicantId, told.ProjectTitle, told.ReceivedAt, told.RequestedAmount, Published: false, told.Programme, told.Source));
        });
        await AnswerAsync("Cần thêm bản vẽ");
    }

    [Fact]
    public async Task A_member_of_a_collective_mark_ends_and_none_comes()
    {
        var (member, holder, another) = (Guid.CreateVersion7(), await _house.HolderAsync(), await _house.HolderAsync());
        await WriteAsync(async db => db.Add(new MarkMember(member, await MarkAsync(db), holder.Id, from: null)));
        await FreezeAsync();

        await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(async db => db.Add(new MarkMember(Guid.CreateVersion7(), await MarkAsync(db), another.Id, from: null))));
        await WriteAsync(async db => (await db.Set<MarkMember>().SingleAsync(m => m.Id == member)).End(new DateOnly(2026, 6, 30)));
    }

    private Task<int> FreezeAsync() => WriteAsync(db => Task.FromResult(db.Add(new PublishingFreeze(Guid.CreateVersion7(), "Nghi có người lạ.", MarkHouse.By, DateTime.UnixEpoch))));

    private Task<int> WriteAsync(Func<AppDbContext, Task> work) => _house.InDbAsync(async db =>
    {
        await work(db);
        return await db.SaveChangesAsync();
    });

    private Task<int> AnswerAsync(string note) => WriteAsync(async db =>
    {
        var verdict = await db.Set<Verdict>().SingleAsync(v => v.Group == VerdictGroup.Criteria);
        verdict.Say(verdict.Value, note, verdict.Citation);
    });

    private Paper Recorded(string code, bool isPublic) => new(Guid.CreateVersion7(), code, Content(isPublic), MarkHouse.By, Now);

    private static PaperContent Content(bool isPublic) => new() { Kind = PaperKind.Letter, Title = "Việc trong nhà", IsPublic = isPublic };

    private static Task<Paper> PaperAsync(AppDbContext db, string code) => db.Set<Paper>().AsSplitQuery().SingleAsync(p => p.Code == code);

    private static Award Honoured(Guid id, Guid decisionId)
    {
        var award = new Award(id, $"khen-{id:N}", decisionId);
        award.Describe(AwardLevel.Province, AwardForm.MeritCertificate, AwardScope.Collective, organisationId: null, "Tổ hợp tác thử", reason: null, source: null);
        return award;
    }

    private static Task<Award> AwardAsync(AppDbContext db, Guid id) => db.Set<Award>().SingleAsync(a => a.Id == id);

    private static async Task<Guid> MarkAsync(AppDbContext db) => (await db.Set<CollectiveMark>().AsNoTracking().AsSplitQuery().SingleAsync(m => m.Code == "cu-lao-gieng")).Id;
}
