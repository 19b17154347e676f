using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Figures;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Memoranda;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Marks;

namespace PhuSa.Tests.Alliance;

/// <summary>From the rows of the samples to each figure of the Alliance.</summary>
public class AllianceFigureTests(App app)
{
    private const string Lists = """
        code,decision,organisation,class,source
        ket-nap-1,qd-ket-nap-2020,htx-long-binh,official,
        ket-nap-2,qd-ket-nap-2020,htx-an-binh,new,
        """;

    private const string Awards = """
        code,decision,level,form,scope,organisation,recipient_name,source
        khen-1,qd-khen-thuong-2020,provincial-alliance,commendation,collective,htx-long-binh,,
        khen-2,qd-khen-thuong-2020,province,merit-certificate,individual,htx-long-binh,Nguyễn Văn Mẫu,
        """;

    [Theory]
    [InlineData("alliance.members-admitted", "alliance_admission_decisions")]
    [InlineData("alliance.members", "alliance_admission_decisions")]
    [InlineData("alliance.awards-given", "alliance_award_decisions")]
    public async Task A_decision_without_its_list_makes_the_number_unknown_and_never_zero(string code, string kind)
    {
        foreach (var request in new[] { FigureAsking.Review, FigureRequest.Everything, FigureAsking.Year(2020), FigureAsking.Year(2030) })
        {
            var reading = await app.AskAsync(code, request);

            Assert.True(reading.Unknown);
            Assert.Equal(ListCounting.ListsMissing, reading.Missing);
            var decision = Assert.Single(reading.Evidence);
            Assert.Equal(kind, decision.Kind);
            Assert.Null(decision.Fact("Ngày ký"));
            Assert.Equal("09/07/2020", decision.Fact("Ngày công bố"));
            Assert.Null(decision.Fact("Danh sách kèm theo"));
        }
    }

    [Fact]
    public async Task One_memorandum_was_signed_on_the_day_of_the_meeting()
    {
        var reading = await app.AskAsync("alliance.memoranda-signed", FigureAsking.Review);

        Assert.Equal((1, FigureOrigin.Computed), (reading.Value, reading.Origin));
        var memorandum = Assert.Single(reading.Evidence);
        Assert.Equal("Liên minh Hợp tác xã tỉnh An Giang", memorandum.Fact("Bên thứ nhất"));
        Assert.Equal("Liên hiệp Hợp tác xã Việt Nam", memorandum.Fact("Bên thứ hai"));
        Assert.Equal("09/07/2020", memorandum.Fact("Ngày ký"));
        Assert.Equal(0, (await app.AskAsync("alliance.memoranda-signed", FigureAsking.Year(2021))).Value);
    }

    [Fact]
    public async Task Without_any_decision_the_numbers_are_unknown()
    {
        using var folder = SampleFolder.Copy().Remove("admission-decisions", "qd-ket-nap-2020,").Remove("award-decisions", "qd-khen-thuong-2020,");
        await using var own = await App.StartAsync(folder.Root);

        foreach (var code in new[] { "alliance.members-admitted", "alliance.awards-given" })
        {
            var reading = await own.AskAsync(code, FigureAsking.Review);
            Assert.True(reading.Unknown);
            Assert.Equal(ListCounting.NoDecisions, reading.Missing);
        }

        Assert.Contains("Chưa có quyết định nào được ghi.", (await own.Visit().OpenAsync("/ket-nap")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_all_lists_are_known_their_rows_are_counted()
    {
        using var folder = SampleFolder.Copy()
            .Change("admission-decisions", ",không,", ",có,").Write("admissions", Lists)
            .Change("award-decisions", ",không,", ",có,").Write("awards", Awards);
        await using var own = await App.StartAsync(folder.Root);

        var admitted = await own.AskAsync("alliance.members-admitted", FigureAsking.Review);
        Assert.Equal(2, admitted.Value);
        Assert.Equal(["thành viên chính thức", "thành viên mới"], admitted.Evidence.Select(e => e.Fact("Loại thành viên")));
        var given = await own.AskAsync("alliance.awards-given", FigureAsking.Review);
        foreach (var (code, count) in new[] { ("level.province", 1L), ("level.state", 0L), ("form.commendation", 1L), ("form.merit-certificate", 1L), ("kind.collective", 1L), ("kind.individual", 1L) })
        {
            Assert.Equal((code, count), (code, (await own.AskAsync($"alliance.awards-given.{code}", FigureAsking.Review)).Value));
        }

        Assert.Equal((2, 1), (given.Value, given.Withheld));

        var page = await own.Visit("lienminh.localhost").OpenAsync("/khen-thuong");
        Assert.Contains("HTX Nông nghiệp Long Bình", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Văn Mẫu", page.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("Ngoài ra có 1 cá nhân được khen", page.Text, StringComparison.Ordinal);
        var parts = await MarkPageTests.PartsAsync(own, "htx-long-binh");
        Assert.Equal("thành viên chính thức", Assert.Single(Assert.Single(parts, p => p.Title == "Thành viên Liên minh").Rows).Title);
        Assert.Equal("Giấy khen", Assert.Single(Assert.Single(parts, p => p.Title == "Khen thưởng").Rows).Title);
    }

    [Fact]
    public async Task A_list_that_is_said_to_be_known_but_has_no_rows_is_still_unknown()
    {
        using var folder = SampleFolder.Copy().Change("admission-decisions", ",không,", ",có,");
        await using var own = await App.StartAsync(folder.Root);

        Assert.True((await own.AskAsync("alliance.members-admitted", FigureAsking.Review)).Unknown);
    }

    [Fact]
    public async Task Point_18_admissions_count_by_the_day_of_signing()
    {
        using var folder = SampleFolder.Copy()
            .Change("admission-decisions", "qd-ket-nap-2020,,2020-07-09,không", "qd-ket-nap-2020,2020-06-30,2020-07-09,có").Write("admissions", Lists);
        await using var own = await App.StartAsync(folder.Root);
        var july = new FigureRequest(new(new DateOnly(2020, 7, 1), new DateOnly(2020, 7, 31)), [FigureAsking.Programme]);
        var june = new FigureRequest(new(new DateOnly(2020, 6, 1), new DateOnly(2020, 6, 30)), []);

        Assert.Equal(2, (await own.AskAsync("alliance.members-admitted", june)).Value);
        Assert.Equal(ListCounting.NoDecisionsInPeriod, (await own.AskAsync("alliance.members-admitted", july)).Missing);
    }

    [Fact]
    public async Task A_move_between_classes_and_a_row_that_names_a_member_again_admit_nobody_and_coming_back_does()
    {
        using var folder = SampleFolder.Copy()
            .Change("admission-decisions", "qd-ket-nap-2020,,2020-07-09,không", "qd-ket-nap-2020,2020-06-30,2020-07-09,có")
            .Write("admissions", """
                code,decision,organisation,class,source
                kn-1,qd-ket-nap-2020,htx-long-binh,new,
                kn-2,qd-ket-nap-2020,htx-an-binh,official,
                kn-3,qd-ket-nap-2021,htx-long-binh,official,
                kn-4,qd-ket-nap-2021,htx-an-binh,official,
                kn-5,qd-ket-nap-2023,htx-long-binh,official,
                """);
        foreach (var (code, signed) in new[] { ("qd-ket-nap-2021", "2021-05-10"), ("qd-ket-nap-2023", "2023-05-10") })
        {
            folder.Add("papers", $"{code},decision,,Kết nạp thành viên Liên minh,,,,,Sổ văn bản của Liên minh,có,").Add("admission-decisions", $"{code},{code},{signed},,có,signed,,");
        }

        await using var own = await App.StartAsync(folder.Root);
        var organisation = await own.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(AllianceHouse.By);
            var db = services.GetRequiredService<AppDbContext>();
            var id = await db.Set<Organisation>().Where(o => o.Code == "htx-long-binh").Select(o => o.Id).SingleAsync();
            var membership = new Membership(id, "htx-long-binh");
            var before = MembershipHistory.Of([new Joining(Guid.CreateVersion7(), Guid.CreateVersion7(), "Official", RecordTime.Day(new(2021, 5, 10)), RecordTime.Unknown)], []);
            membership.Record(before, "HTX Long Bình", MembershipAction.Withdraw, new MembershipNews(new(2022, 6, 1), "Đơn xin ra", "Theo đơn"), new(2026, 7, 1), AllianceHouse.By, own.Clock.GetUtcNow().UtcDateTime);
            db.Add(membership);
            await db.SaveChangesAsync();
            return id;
        });

        foreach (var (request, admitted) in new[]
        {
            (FigureAsking.Year(2020), 2),
            (FigureAsking.Year(2021), 0),
            (FigureAsking.Year(2023), 1),
            (FigureRequest.Everything, 3),
            (FigureRequest.Everything with { OrganisationId = organisation }, 2),
        })
        {
            var reading = await own.AskAsync("alliance.members-admitted", request);
            Assert.Equal((admitted, admitted), (reading.Value, reading.Evidence.Count));
        }
    }

    [Fact]
    public async Task A_voided_decision_counts_no_more()
    {
        await using var own = await App.StartAsync();
        using var folder = SampleFolder.Only("admission-decisions").Change("admission-decisions", ",announced,", ",voided,");

        Assert.Empty((await own.ImportAsync(folder.Path)).Errors);

        Assert.Equal(ListCounting.NoDecisions, (await own.AskAsync("alliance.members-admitted", FigureAsking.Review)).Missing);
    }

    [Fact]
    public async Task Importing_the_same_tables_again_changes_nothing_and_one_organisation_stands_once_on_a_list()
    {
        await using var own = await App.StartAsync();
        await own.ForgetImportedRowsAsync();
        foreach (var table in new[] { "memoranda", "admission-decisions", "admissions", "award-decisions", "awards" })
        {
            using var same = SampleFolder.Only(table);
            var result = await own.ImportAsync(same.Path);
            Assert.Empty(result.Errors);
            Assert.Equal((0, 0), (result.Created, result.Changed));
        }

        await own.InDbAsync(async db =>
        {
            var ids = await db.Set<AdmissionDecision>().Select(d => d.Id).Concat(db.Set<Memorandum>().Select(m => m.Id)).ToListAsync();
            Assert.Equal(2, ids.Count);
            Assert.Equal(2, await db.Set<JournalEntry>().CountAsync(e => ids.Contains(e.RecordId)));
        });
        using var twice = SampleFolder.Empty().Write("admissions", $"{Lists}\nket-nap-3,qd-ket-nap-2020,htx-long-binh,associate,\nket-nap-4,qd-khong-co,htx-an-binh,chinh-thuc,\n");
        twice.Write("memoranda", "code,title,party_a,party_b,signed_on,about,paper,status,programme,source\nbgn-sai,Bản ghi nhớ,so-khcn,so-khcn,2020-07-09,,,signed,,\n");
        Assert.Equal(
            [("admissions.csv", 4, "organisation"), ("admissions.csv", 5, "class"), ("admissions.csv", 5, "decision"), ("memoranda.csv", 2, null)],
            (await own.ImportAsync(twice.Path)).Errors.Select(e => (e.File, e.Line, e.Column)).OrderBy(e => e.File).ThenBy(e => e.Line).ThenBy(e => e.Column));
    }
}
