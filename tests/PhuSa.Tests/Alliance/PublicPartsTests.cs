using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Register;
using PhuSa.Organisations.Organisations;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Tests.Marks;
using static PhuSa.Tests.Alliance.AllianceHouse;

namespace PhuSa.Tests.Alliance;

/// <summary>What readers are told of an organisation and its memoranda: what a public paper says, and no more.</summary>
public sealed class PublicPartsTests(AllianceHouse house) : IClassFixture<AllianceHouse>
{
    [Fact]
    public async Task A_memorandum_without_a_public_paper_is_on_no_page_and_of_a_public_one_readers_learn_neither_breach_nor_people()
    {
        var (one, other) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        var number = await house.PaperAsync("2026-01-05", PaperKind.Memorandum);
        var paper = await house.InDbAsync(db => db.Set<Paper>().Where(p => p.Number == number).Select(p => p.Id).SingleAsync());
        await WriteAsync(one, other, paper, "Nguyễn Văn Riêng", breached: true);
        await WriteAsync(one, other, paper: null, "Bên không công bố", breached: false);

        var row = Assert.Single((await PartAsync(one))!.Rows);

        Assert.Equal(("Quyết định của Liên minh", $"Với {other.Name}", "Đã ký"), (row.Title, row.Detail, row.Status));
    }

    [Fact]
    public async Task A_memorandum_recorded_by_mistake_or_whose_paper_was_voided_is_on_no_page()
    {
        var (one, other) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        var number = await house.PaperAsync("2026-01-06", PaperKind.Memorandum);
        var paper = await house.InDbAsync(db => db.Set<Paper>().Where(p => p.Number == number).Select(p => p.Id).SingleAsync());
        await WriteAsync(one, other, paper, others: null, breached: false);
        Assert.NotNull(await PartAsync(one));

        await house.InDbAsync(async db =>
        {
            (await db.Set<Memorandum>().AsSplitQuery().SingleAsync(m => m.PartyAId == one.Id)).Disown(By, house.App.Clock.GetUtcNow().UtcDateTime, "Ghi hai lần");
            return await db.SaveChangesAsync();
        });

        Assert.Null(await PartAsync(one));
    }

    [Fact]
    public async Task The_evidence_of_the_figure_tells_readers_no_memorandum_without_a_public_paper_or_with_people_in_it()
    {
        var (one, other) = (await house.OrganisationAsync(), await house.OrganisationAsync());
        var number = await house.PaperAsync("2026-01-07", PaperKind.Memorandum);
        var paper = await house.InDbAsync(db => db.Set<Paper>().Where(p => p.Number == number).Select(p => p.Id).SingleAsync());
        await WriteAsync(one, other, paper, others: null, breached: true);
        await WriteAsync(one, other, paper: null, others: null, breached: false);
        await WriteAsync(one, other, paper, "Nguyễn Văn Riêng", breached: false);

        var reading = await house.App.AskAsync("alliance.memoranda-signed", FigureRequest.Everything with { OrganisationId = one.Id });

        Assert.Equal((3, 2), (reading.Value, reading.Withheld));
    }

    private Task<int> WriteAsync(Organisation one, Organisation other, Guid? paper, string? others, bool breached) => house.InDbAsync(async db =>
    {
        var now = house.App.Clock.GetUtcNow().UtcDateTime;
        var id = Guid.CreateVersion7();
        var memorandum = new Memorandum(id, $"bgn-{id:N}", one.Id, other.Id, new MemorandumFacts("Tên nội bộ", RecordTime.Day(new DateOnly(2026, 1, 5)), null, paper, null, null), MemorandumStatus.Signed, By, now);
        memorandum.Agree(new MemorandumTerms(null, null, others));
        if (breached)
        {
            memorandum.Breach(new DateOnly(2026, 2, 1), By, now, "Không giao hàng");
        }

        db.Add(memorandum);
        return await db.SaveChangesAsync();
    });

    private Task<OrganisationPart?> PartAsync(Organisation organisation) =>
        house.App.InScopeAsync(services => services.GetServices<IOrganisationParts>().OfType<MemorandaOfOrganisation>().Single().OfAsync(organisation.Id, CancellationToken.None));
}
