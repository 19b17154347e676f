using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Figures;
using PhuSa.Marks.Regulations;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Figures;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>With the cooperatives that hold no right stands which of them fall under a product group of a regulation.</summary>
public sealed class WithoutGrantTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    private const string Fact = "Thuộc nhóm sản phẩm của quy chế";

    [Fact]
    public async Task Who_may_apply_is_told_by_the_product_groups_in_force_and_nothing_is_guessed_where_no_work_is_recorded()
    {
        Assert.All(await FactsAsync(), fact => Assert.Null(fact.Value));
        var (growing, other, silent) = await house.InDbAsync(async db =>
        {
            var regulation = new MarkRegulation(Guid.CreateVersion7(), await db.Set<CertificationMark>().Select(m => m.Id).SingleAsync());
            regulation.Write(Day("2020-01-01"), null, new RegulationText(null, null, null, null, null, "Rau an toàn\nXoài"), new RegulationRules(10, 5, 5, 36, 12));
            db.Add(regulation);
            var without = (await house.App.AskAsync("marks.without-grant", FigureRequest.Everything)).Evidence.Select(evidence => evidence.RecordId).ToList();
            var cooperatives = await db.Set<Cooperative>().AsSplitQuery().Where(c => without.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync();
            cooperatives[0].Sort(cooperatives[0].Sector, "Trồng rau AN TOÀN, hoa kiểng");
            cooperatives[1].Sort(cooperatives[1].Sector, "Nuôi cá tra");
            cooperatives[2].Sort(cooperatives[2].Sector, null);
            await db.SaveChangesAsync();
            return (cooperatives[0].Id, cooperatives[1].Id, cooperatives[2].Id);
        });

        var facts = (await FactsAsync()).ToDictionary(fact => fact.Id, fact => fact.Value);

        Assert.Equal(("Rau an toàn", CooperativesWithoutGrant.NoGroup, null), (facts[growing], facts[other], facts[silent]));
    }

    private async Task<IReadOnlyList<(Guid Id, string? Value)>> FactsAsync() =>
        [.. (await house.App.AskAsync("marks.without-grant", FigureRequest.Everything)).Evidence.Select(evidence => (evidence.RecordId, evidence.Facts.Single(fact => fact.Label == Fact).Value))];
}
