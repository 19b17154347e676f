using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Grants;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Marks;

public class MarkImportTests
{
    private static readonly string[] Tables = ["certification-marks", "mark-grant-batches", "mark-grants", "collective-marks", "collective-mark-contracts"];

    [Fact]
    public async Task Importing_the_same_tables_again_changes_nothing()
    {
        await using var app = await App.StartAsync();
        var before = await CountAsync(app);
        await app.ForgetImportedRowsAsync();

        foreach (var table in Tables)
        {
            using var folder = SampleFolder.Only(table);
            var result = await app.ImportAsync(folder.Path);
            Assert.Empty(result.Errors);
            Assert.Equal((0, 0), (result.Created, result.Changed));
        }

        Assert.Equal(before, await CountAsync(app));
    }

    [Fact]
    public async Task What_an_officer_found_out_is_not_taken_back_by_the_empty_cells_of_a_table_imported_again()
    {
        await using var app = await App.StartAsync();
        var (day, last) = (new DateOnly(2020, 7, 1), new DateOnly(2027, 7, 1));
        await ActAsync(app, async db =>
        {
            var owner = await db.Set<Organisation>().Where(o => o.Code == "so-khcn").Select(o => o.Id).SingleAsync();
            var mark = await db.Set<CertificationMark>().SingleAsync();
            mark.Describe(mark.Name, owner, mark.RegulationId, mark.Source);
            var grant = await db.Set<MarkGrant>().AsSplitQuery().SingleAsync(g => g.Code == "an-giang-long-binh-xoai");
            grant.Write(new GrantTerms(grant.Product, RecordTime.Day(day), last, null, grant.Programme, grant.Source));
            var contract = await db.Set<MarkSupportContract>().AsSplitQuery().SingleAsync(c => c.Code == "hd-nhtt-kien-an");
            contract.Worth(contract.Money with { Value = 2_600_000 }, new Dictionary<FeeItem, long>(), Guid.CreateVersion7);
            await db.SaveChangesAsync();
        });
        await app.ForgetImportedRowsAsync();

        foreach (var table in Tables)
        {
            using var folder = SampleFolder.Only(table);
            Assert.Empty((await app.ImportAsync(folder.Path)).Errors);
        }

        await app.InDbAsync(async db =>
        {
            Assert.NotNull((await db.Set<CertificationMark>().SingleAsync()).OwnerId);
            var grant = await db.Set<MarkGrant>().AsSplitQuery().SingleAsync(g => g.Code == "an-giang-long-binh-xoai");
            Assert.Equal((day, last), (grant.GivenOn.From, grant.ExpiresOn));
            Assert.Equal(2_600_000, (await db.Set<MarkSupportContract>().AsSplitQuery().SingleAsync(c => c.Code == "hd-nhtt-kien-an")).Value);
        });
    }

    [Fact]
    public async Task One_application_number_is_one_filing_for_tables_and_for_the_database()
    {
        await using var app = await App.StartAsync();
        await ActAsync(app, async db =>
        {
            var marks = await db.Set<CollectiveMark>().AsSplitQuery().OrderBy(m => m.Code).ToListAsync();
            foreach (var mark in marks.Take(2))
            {
                mark.Describe(mark.Name, mark.OwnerId, "4-2019-00007", mark.Source);
            }

            Assert.True((await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync())).IsTwice());
        });
        var number = (await app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<CollectiveMark>().Where(m => m.ApplicationNumber != null).Select(m => m.ApplicationNumber).FirstOrDefaultAsync())) ?? "4-2019-00007";
        using var folder = SampleFolder.Only("collective-marks");
        var file = Path.Combine(folder.Path, "collective-marks.csv");
        var lines = await File.ReadAllLinesAsync(file);
        var column = Array.IndexOf(lines[0].Split(','), "application_number");
        await File.WriteAllLinesAsync(file, lines.Select((line, place) => place is 1 or 2 ? string.Join(',', line.Split(',').Select((cell, at) => at == column ? number : cell)) : line));

        Assert.Contains((await app.ImportAsync(folder.Path)).Errors, error => $"{error}".Contains("số đơn này đã ghi cho nhãn hiệu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_grant_less_in_the_samples_gives_five()
    {
        using var folder = SampleFolder.Copy().Remove("mark-grants", "an-giang-long-binh-xoai,");
        await using var app = await App.StartAsync(folder.Root);

        Assert.Equal(5, (await app.AskAsync("marks.cooperatives-granted", FigureAsking.Review)).Value);
        var without = await app.AskAsync("marks.without-grant", FigureAsking.Review);
        Assert.Equal(4, without.Value);
        Assert.Contains("HTX Nông nghiệp Long Bình", without.Titles());
    }

    [Fact]
    public async Task Point_11_a_revoked_right_does_not_count_and_shows_in_the_history_and_may_be_given_anew()
    {
        await using var app = await App.StartAsync();
        using var folder = SampleFolder.Only("mark-grants").Change("mark-grants", "htx-long-binh,Xoài các loại,,,,granted", "htx-long-binh,Xoài các loại,,,,revoked");

        var result = await app.ImportAsync(folder.Path);

        Assert.Equal((0, 1), (result.Created, result.Changed));
        Assert.Equal(5, (await app.AskAsync("marks.cooperatives-granted", FigureAsking.Review)).Value);
        await app.InDbAsync(async db =>
        {
            var grant = await db.Set<MarkGrant>().AsSplitQuery().SingleAsync(g => g.Code == "an-giang-long-binh-xoai");
            Assert.Equal([("Record", null, "Granted"), ("Revoke", "Granted", "Revoked")], grant.Steps.OrderBy(s => s.At).ThenBy(s => s.From is not null).Select(s => (s.Action, s.From, s.To)));
            Assert.Single(await db.Set<JournalEntry>().Where(e => e.RecordId == grant.Id && e.Action == "Revoke").ToListAsync());
        });

        var page = await app.Visit().OpenAsync("/nhan-hieu/an-giang");
        var html = page.Page.DocumentElement.OuterHtml;
        Assert.Contains("Thu hồi quyền", page.Text, StringComparison.Ordinal);
        Assert.Contains("Đã trao quyền → Đã thu hồi", page.Text, StringComparison.Ordinal);
        Assert.Contains("Đã thu hồi", html, StringComparison.Ordinal);

        folder.Add("mark-grants", "an-giang-long-binh-xoai-2,an-giang,htx-long-binh,xoài các loại,2021-03-01,,,granted,,");
        Assert.Empty((await app.ImportAsync(folder.Path)).Errors);
        Assert.Equal(6, (await app.AskAsync("marks.cooperatives-granted", new(PhuSa.Platform.Rules.Period.Everything, []))).Value);
    }

    [Fact]
    public async Task The_same_table_imported_again_does_not_lift_a_suspension_of_the_office()
    {
        await using var app = await App.StartAsync();
        await app.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(new Actor("Cán bộ nhãn hiệu"));
            var db = services.GetRequiredService<AppDbContext>();
            var grant = await db.Set<MarkGrant>().AsSplitQuery().SingleAsync(g => g.Code == "an-giang-long-binh-xoai");
            grant.Suspend(new GrantNews(new DateOnly(2026, 7, 1), "Chưa nộp kết quả kiểm nghiệm", null), null, new Actor("Cán bộ nhãn hiệu"), app.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
            return true;
        });
        using var folder = SampleFolder.Only("mark-grants");
        await app.ForgetImportedRowsAsync();

        var result = await app.ImportAsync(folder.Path);

        Assert.Empty(result.Errors);
        Assert.Equal((0, 0), (result.Created, result.Changed));
        folder.Change("mark-grants", "htx-long-binh,Xoài các loại,,,,granted", "htx-long-binh,Xoài các loại,,,,revoked");
        Assert.Contains("đã có việc ghi trong văn phòng", Assert.Single((await app.ImportAsync(folder.Path)).Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_11_a_suspended_right_still_counts()
    {
        await using var app = await App.StartAsync();
        using var folder = SampleFolder.Only("mark-grants").Change("mark-grants", "htx-long-binh,Xoài các loại,,,,granted", "htx-long-binh,Xoài các loại,,,,suspended");

        Assert.Empty((await app.ImportAsync(folder.Path)).Errors);

        var reading = await app.AskAsync("marks.cooperatives-granted", FigureAsking.Review);
        Assert.Equal(6, reading.Value);
        Assert.Equal("Đang tạm dừng", reading.Evidence.Single(e => e.Title == "HTX Nông nghiệp Long Bình").Fact("Tình trạng"));
    }

    [Fact]
    public async Task Point_11_a_right_is_one_holder_one_mark_and_one_product()
    {
        await using var app = await App.StartAsync();
        using var folder = SampleFolder.Only("mark-grants")
            .Add("mark-grants", "lan-nua,an-giang,htx-long-binh,XOÀI CÁC LOẠI,,,,granted,,")
            .Add("mark-grants", "san-pham-khac,an-giang,htx-long-binh,Gạo an toàn,,,,granted,,");

        var result = await app.ImportAsync(folder.Path);

        var error = Assert.Single(result.Errors);
        Assert.Equal((8, "product"), (error.Line, error.Column));
        Assert.Contains("an-giang-long-binh-xoai", error.Problem, StringComparison.Ordinal);

        folder.Remove("mark-grants", "lan-nua,");
        Assert.Equal((1, 0), Numbers(await app.ImportAsync(folder.Path)));
        var reading = await app.AskAsync("marks.cooperatives-granted", new(PhuSa.Platform.Rules.Period.Everything, []));
        Assert.Equal((6, 7), (reading.Value, reading.Evidence.Count));
    }

    [Fact]
    public async Task Each_wrong_cell_is_named_and_nothing_is_written()
    {
        await using var app = await App.StartAsync();
        using var folder = SampleFolder.Only("mark-grants")
            .Change("mark-grants", "an-giang-an-binh-gao,an-giang,htx-an-binh", "an-giang-an-binh-gao,an-giang,htx-vinh-binh")
            .Add("mark-grants", "nguoc,an-giang,htx-kien-an-cho-moi,Rau,2020-07-09,2020-07-08,,granted,,")
            .Add("mark-grants", "sai,khong-co,htx-kien-an-cho-moi,Rau,31/02/2020,,,expired,,");
        folder.Write("collective-mark-contracts", """
            code,mark,contract,value,paid_amount,paid_on,accepted_on,liquidated_amount,liquidated_on,status,programme,source
            hd-nhtt-kien-an,kien-an-cho-moi,,,2500000,,,2000000,,liquidated,,
            hd-am,kien-an-cho-moi,,-1,,,,,,signed,,
            """);
        folder.Write("collective-marks", "code,name,owner,application_number,source\nan-giang,Trùng mã,htx-kien-an-cho-moi,,\nso-don-sai,Số đơn sai,htx-kien-an-cho-moi,123,\n");

        var result = await app.ImportAsync(folder.Path);

        Assert.Equal(
            [
                ("collective-mark-contracts.csv", 2, null),
                ("collective-mark-contracts.csv", 3, "value"),
                ("collective-marks.csv", 2, "code"),
                ("collective-marks.csv", 3, null),
                ("mark-grants.csv", 3, "holder"),
                ("mark-grants.csv", 8, null),
                ("mark-grants.csv", 9, "given_on"),
                ("mark-grants.csv", 9, "mark"),
                ("mark-grants.csv", 9, "status"),
            ],
            result.Errors.Select(e => (e.File, e.Line, e.Column)).OrderBy(e => e.File).ThenBy(e => e.Line).ThenBy(e => e.Column));
        Assert.Equal(6, (await app.AskAsync("marks.cooperatives-granted", FigureAsking.Review)).Value);
    }

    [Fact]
    public async Task Point_15_mark_names_are_kept_letter_for_letter()
    {
        await using var app = await App.StartAsync();

        await app.InDbAsync(async db =>
        {
            Assert.Equal(["Nhãn hiệu chứng nhận An Giang"], await db.Set<CertificationMark>().Select(m => m.Name).ToListAsync());
            Assert.Equal(
                ["HTX TRÁI CÂY GAP CÙ LAO GIÊNG", "HTX. NÔNG SẢN AN TOÀN KIẾN AN - CHỢ MỚI"],
                (await db.Set<CollectiveMark>().Select(m => m.Name).ToListAsync()).Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public async Task A_contract_that_is_paid_without_a_known_sum_makes_the_sum_unknown_and_still_counts()
    {
        using var folder = SampleFolder.Copy().Change("collective-mark-contracts", ",2500000,,,,,paid,", ",,,,,,paid,");
        await using var app = await App.StartAsync(folder.Root);

        Assert.Equal(1, (await app.AskAsync("collective-marks.filings-supported", FigureAsking.Review)).Value);
        var paid = await app.AskAsync("collective-marks.filing-support-paid", FigureAsking.Review);
        Assert.True(paid.Unknown);
        Assert.Single(paid.Evidence);
    }

    [Fact]
    public async Task Without_any_batch_the_first_holders_are_unknown_and_the_note_is_gone()
    {
        using var folder = SampleFolder.Copy().Remove("mark-grant-batches", "an-giang-dot-dau,");
        await using var app = await App.StartAsync(folder.Root);

        var batch = await app.AskAsync("marks.first-batch-holders", FigureAsking.Review);
        Assert.True(batch.Unknown);
        Assert.Null((await app.AskAsync("marks.without-grant", FigureAsking.Review)).Note);
    }

    private static (int Created, int Changed) Numbers(ImportResult result) => (result.Created, result.Changed);

    private static async Task<(int Grants, int Contracts, int Entries, int Steps)> CountAsync(App app)
    {
        var counts = (0, 0, 0, 0);
        await app.InDbAsync(async db => counts = (
            await db.Set<MarkGrant>().CountAsync(),
            await db.Set<MarkSupportContract>().CountAsync(),
            await db.Set<JournalEntry>().CountAsync(),
            await db.Set<MarkGrant>().SelectMany(g => g.Steps).CountAsync() + await db.Set<MarkSupportContract>().SelectMany(c => c.Steps).CountAsync()));
        return counts;
    }

    private static Task<bool> ActAsync(App app, Func<AppDbContext, Task> work) => app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(MarkHouse.By);
        await work(services.GetRequiredService<AppDbContext>());
        return true;
    });
}
