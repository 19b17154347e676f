using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Grants;
using PhuSa.Tests.Journal;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>kill -9 of a real process in which officers put signed decisions to whole batches.</summary>
public sealed class GrantDecisionKillTests(ITestOutputHelper output)
{
    private const int Batches = 8;
    private const int InBatch = 5;
    private const int Enough = 5;

    [Fact]
    public async Task Point_11_a_killed_process_leaves_the_paper_on_all_rights_of_a_batch_or_on_none()
    {
        var house = new MarkHouse();
        await house.InitializeAsync();
        await using var _ = house;
        var batches = new List<(Guid[] Rights, string Number)>();
        for (var i = 0; i < KilledOfficers.Count * Batches; i++)
        {
            var (batch, rights) = ($"Đợt {Next()}", new List<Guid>());
            for (var place = 0; place < InBatch; place++)
            {
                rights.Add((await house.GrantAsync(details: new GrantDetails(null, null, batch, $"{Next()}/GCN", null))).Id);
            }

            batches.Add(([.. rights], await house.PaperAsync()));
        }

        var answered = (await house.WorkUntilKilledAsync(batches, Enough, DecideAsync)).Select(batch => batch.Number).ToHashSet(StringComparer.Ordinal);
        output.WriteLine($"{answered.Count} of {batches.Count} were answered.");
        Assert.InRange(answered.Count, Enough, batches.Count - 1);

        foreach (var (rights, number) in batches)
        {
            var papers = await house.InDbAsync(db => db.Set<MarkGrant>().Where(g => EF.Parameter(rights).Contains(g.Id)).Select(g => g.DecisionId).ToListAsync());
            Assert.Equal(InBatch, papers.Count);
            Assert.Single(papers.Distinct());
            Assert.True(papers[0] is not null || !answered.Contains(number), "Answered as recorded, and not there.");
        }

        Assert.Null((await house.App.CheckAsync()).Breach);
    }

    private static async Task DecideAsync(Visitor officer, (Guid[] Rights, string Number) batch)
    {
        await officer.OpenAsync($"{Rights}/{batch.Rights[0]}/quyet-dinh");
        Assert.True(officer.Status == 200, $"{officer.Status} {officer.Redirect} {officer.Text}");
        var token = officer.Page.QuerySelector($"{Form} [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await officer.PostAsync($"{Rights}/{batch.Rights[0]}/quyet-dinh", [("__RequestVerificationToken", token), ("Input.Number", batch.Number), .. batch.Rights.Skip(1).Select(right => ("Input.Also", $"{right}"))]);
        Assert.True(officer.Status == 302, officer.Text);
    }
}
