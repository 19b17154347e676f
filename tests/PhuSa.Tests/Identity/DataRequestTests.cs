using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.DataRequests;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Identity;

/// <summary>Requests about personal data and their clocks: 2 working days, 15 or 20 days, one extension; erasure leaves nothing that says who it was.</summary>
public sealed class DataRequestTests(PrivacyApp app) : IClassFixture<PrivacyApp>
{
    private static readonly Actor By = new("Quản trị viên", "Hệ thống");
    private static readonly DateTime Now = new(2026, 7, 1, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        Filed --Confirm--> Confirmed
        Filed --Refuse--> Refused
        Confirmed --Extend--> Extended
        Confirmed --Finish--> Done
        Confirmed --Refuse--> Refused
        Extended --Finish--> Done
        Extended --Refuse--> Refused
        """,
        DataRequestFlow.Table.ToString());

    [Theory]
    [InlineData("2026-07-01", "2026-07-03", "2026-07-16", "2026-07-21")] // Wednesday
    [InlineData("2026-07-03", "2026-07-07", "2026-07-20", "2026-07-23")] // Friday; the 18th is a Saturday
    [InlineData("2026-04-29", "2026-05-05", "2026-05-14", "2026-05-19")] // before 30 April and 1 May; 1 May 2026 is a Friday
    [InlineData("2026-08-31", "2026-09-04", "2026-09-15", "2026-09-21")] // over the National Day of two days; the 20th is a Sunday
    public void Point_30_the_clocks_skip_days_off(string filed, string confirm, string finish, string withThirdParties)
    {
        var day = DateOnly.Parse(filed, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(
            (confirm, finish, withThirdParties),
            ($"{DataRequestTerms.ConfirmBy(day):yyyy-MM-dd}", $"{DataRequestTerms.FinishBy(day, thirdParties: false):yyyy-MM-dd}", $"{DataRequestTerms.FinishBy(day, thirdParties: true):yyyy-MM-dd}"));
    }

    [Fact]
    public void It_is_extended_once_by_at_most_15_days()
    {
        var request = Request();
        request.Confirm(thirdParties: false, note: null, By, Now);
        Assert.Throws<RefusedException>(() => request.Extend(16, "phức tạp", By, Now));
        request.Extend(15, "phức tạp", By, Now);
        Assert.Equal(new DateOnly(2026, 7, 31), request.Due);
        Assert.Throws<RefusedException>(() => request.Extend(1, "lần nữa", By, Now));
    }

    [Fact]
    public void It_is_settled_only_after_the_procedure_was_confirmed() =>
        Assert.Throws<RefusedException>(() => Request().Finish("xong", By, Now));

    [Fact]
    public async Task Point_30_a_request_goes_from_the_person_to_the_administrator_and_back()
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer);
        var visitor = await (await app.SignedInAsync(person)).OpenAsync("/tai-khoan/yeu-cau");
        await visitor.SubmitAsync("main form", ("Input.Kind", ""));
        Assert.Equal(422, visitor.Status);
        await visitor.SubmitAsync("main form", ("Input.Kind", nameof(DataRequestKind.Correction)), ("Input.Text", "Sửa tên"));
        await visitor.FollowAsync();
        Assert.Contains("03/07/2026", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("16/07/2026", visitor.Text, StringComparison.Ordinal);

        var id = await IdAsync(person);
        var administrator = await app.SignedInAsync(Role.Administrator);
        await administrator.OpenAsync("/quan-tri/yeu-cau-du-lieu");
        Assert.Contains(person.Name, administrator.Text, StringComparison.Ordinal);
        Assert.Contains(await WorkAsync(), item => item.Url.EndsWith(id.ToString(), StringComparison.Ordinal) && item.Due == new DateOnly(2026, 7, 3));

        await administrator.OpenAsync($"/quan-tri/yeu-cau-du-lieu/{id}/xac-nhan");
        await administrator.SubmitAsync("main form", ("Input.ThirdParties", "true"), ("Input.Note", "Đã gọi điện"));
        Assert.Equal(302, administrator.Status);
        await administrator.FollowAsync();
        Assert.Contains("21/07/2026", administrator.Text, StringComparison.Ordinal);
        var overtaken = await (await app.SignedInAsync(Role.Administrator)).OpenAsync($"/quan-tri/yeu-cau-du-lieu/{id}/giai-quyet");
        await administrator.OpenAsync($"/quan-tri/yeu-cau-du-lieu/{id}/gia-han");
        await administrator.SubmitAsync("main form", ("Input.Days", "30"), ("Input.Why", "phức tạp"));
        Assert.Equal(422, administrator.Status);
        await administrator.SubmitAsync("main form", ("Input.Days", "10"), ("Input.Why", "phức tạp"));
        Assert.Equal(302, administrator.Status);
        var stale = await (await app.SignedInAsync(Role.Administrator)).OpenAsync($"/quan-tri/yeu-cau-du-lieu/{id}/tu-choi");
        await overtaken.SubmitAsync("main form", ("Input.Answer", "Đã sửa"));
        Assert.Equal(409, overtaken.Status);
        await overtaken.SubmitAsync("main form");
        Assert.Equal(302, overtaken.Status);
        await stale.SubmitAsync("main form", ("Input.Answer", "Không sửa"));
        Assert.Equal(409, stale.Status);

        Assert.Contains("Đã sửa", (await visitor.OpenAsync("/tai-khoan/yeu-cau")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_request_runs_from_the_day_it_was_received_and_is_refused_with_a_reason()
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer);
        var administrator = await (await app.SignedInAsync(Role.Administrator)).OpenAsync("/quan-tri/yeu-cau-du-lieu/moi");
        await administrator.SubmitAsync("main form", ("Input.Login", "khong-ai@kiem-thu.vn"), ("Input.Kind", nameof(DataRequestKind.Objection)), ("Input.FiledOn", "2026-06-29"));
        Assert.Equal(422, administrator.Status);
        await administrator.SubmitAsync("main form", ("Input.Login", person.Email), ("Input.Kind", nameof(DataRequestKind.Objection)), ("Input.FiledOn", "2026-06-29"));
        await administrator.FollowAsync();
        Assert.Contains("01/07/2026", administrator.Text, StringComparison.Ordinal);

        await administrator.OpenAsync(administrator.Path + "/tu-choi");
        await administrator.SubmitAsync("main form", ("Input.Answer", ""));
        Assert.Equal(422, administrator.Status);
        await administrator.SubmitAsync("main form", ("Input.Answer", "Luật Lưu trữ không cho phép"));
        Assert.Equal(302, administrator.Status);
    }

    [Fact]
    public async Task An_officer_has_no_way_to_the_requests()
    {
        var officer = await app.SignedInAsync(Role.DepartmentOfficer);
        Assert.Equal(403, (await officer.OpenAsync("/quan-tri/yeu-cau-du-lieu")).Status);
        Assert.Equal(403, (await officer.OpenAsync("/quan-tri/dong-y")).Status);
    }

    [Fact]
    public async Task Point_30_erasure_leaves_nothing_that_says_who_it_was()
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer, phone: "+84987654321");
        var visitor = await app.SignedInAsync(person);
        await app.InDbAsync(async db =>
        {
            db.Add(new IdentityUserLogin<Guid> { UserId = person.Id, LoginProvider = "vneid", ProviderKey = "khoa-cua-nguoi-nay" });
            db.Add(new IdentityUserToken<Guid> { UserId = person.Id, LoginProvider = "house", Name = "AuthenticatorKey", Value = "BIMATCUANGUOINAY" });
            db.Add(new IdentityUserPasskey<Guid> { UserId = person.Id, CredentialId = [9, 9], Data = new IdentityPasskeyData { Name = "Máy của người này", PublicKey = [4], AttestationObject = [5], ClientDataJson = [6] } });
            await db.SaveChangesAsync();
        });
        await (await visitor.OpenAsync("/tai-khoan/yeu-cau")).SubmitAsync("main form", ("Input.Kind", nameof(DataRequestKind.Deletion)), ("Input.Text", "Lời riêng của người này"));
        var id = await IdAsync(person);
        var administrator = await app.SignedInAsync(Role.Administrator);
        await app.PersonAsync(Role.Administrator);
        await (await administrator.OpenAsync($"/quan-tri/yeu-cau-du-lieu/{id}/xac-nhan")).SubmitAsync("main form");
        await administrator.OpenAsync($"/quan-tri/yeu-cau-du-lieu/{id}/giai-quyet");
        Assert.Contains("xoá thật", administrator.Text, StringComparison.Ordinal);
        await administrator.SubmitAsync("main form", ("Input.Answer", "Đã xoá"));
        Assert.Equal(302, administrator.Status);

        Assert.Equal(302, (await visitor.OpenAsync("/tai-khoan")).Status);
        var again = await (await app.Visit().OpenAsync("/dang-nhap")).SubmitAsync("main form", ("Input.Login", person.Email), ("Input.Password", person.Password));
        Assert.Equal(422, again.Status);
        await app.InDbAsync(async db =>
        {
            Assert.Equal(PersonStatus.Erased, (await db.Set<Person>().SingleAsync(p => p.Id == person.Id)).Status);
            string[] traces = [person.Name, person.Email, person.Email.ToUpperInvariant(), "+84987654321", "khoa-cua-nguoi-nay", "BIMATCUANGUOINAY", "Máy của người này", "Lời riêng của người này"];
            Assert.Empty(await TracesAsync(db, traces));
            Assert.True(await db.Set<JournalEntry>().AnyAsync(e => e.RecordId == person.Id && e.Action == "Erase"));
        });
    }

    [Fact]
    public async Task The_last_administrator_is_not_erased()
    {
        await using var own = new PrivacyApp();
        await own.InitializeAsync();
        var person = await own.PersonAsync(Role.Administrator);
        var administrator = await (await own.SignedInAsync(person)).OpenAsync("/tai-khoan/yeu-cau");
        await administrator.SubmitAsync("main form", ("Input.Kind", nameof(DataRequestKind.Deletion)));
        var id = await own.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<DataRequest>().Select(r => r.Id).SingleAsync());
        await (await administrator.OpenAsync($"/quan-tri/yeu-cau-du-lieu/{id}/xac-nhan")).SubmitAsync("main form");

        await (await administrator.OpenAsync($"/quan-tri/yeu-cau-du-lieu/{id}/giai-quyet")).SubmitAsync("main form", ("Input.Answer", "Đã xoá"));

        Assert.Equal(409, administrator.Status);
        Assert.Equal(200, (await administrator.OpenAsync("/quan-tri")).Status);
    }

    /// <summary>Looks through every text column of every table, the journal's among them, but official steps.</summary>
    private static async Task<List<string>> TracesAsync(AppDbContext db, string[] traces)
    {
        var found = new List<string>();
        var columns = db.Model.GetRelationalModel().Tables.Where(table => !table.Name.EndsWith("_steps", StringComparison.Ordinal))
            .SelectMany(table => table.Columns.Where(column => column.PropertyMappings.Any(m => m.Property.ClrType == typeof(string)) || column.StoreType.Contains("json", StringComparison.OrdinalIgnoreCase))
                .Select(column => (Table: table.Name, Column: column.Name)));
        await db.Database.OpenConnectionAsync();
        foreach (var (table, column) in columns)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT CAST(\"{column}\" AS text) FROM \"{table}\" WHERE \"{column}\" IS NOT NULL";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var text = reader.GetString(0);
                found.AddRange(traces.Where(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase)).Select(trace => $"{table}.{column}: {trace}"));
            }
        }

        return found;
    }

    private static DataRequest Request() => new(Guid.CreateVersion7(), Guid.CreateVersion7(), DataRequestKind.Access, text: null, new DateOnly(2026, 7, 1), onPaper: false, By, Now);

    private Task<Guid> IdAsync(TestPerson person) =>
        app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<DataRequest>().Where(r => r.PersonId == person.Id).Select(r => r.Id).SingleAsync());

    private Task<List<WorkItem>> WorkAsync() => app.InScopeAsync(async services =>
    {
        var administrator = new SignedIn(Guid.Empty, "", Guid.Empty, "", new HashSet<Role> { Role.Administrator }, services.GetRequiredService<RightBook>().Of(new HashSet<Role> { Role.Administrator }), Guid.Empty);
        var items = new List<WorkItem>();
        foreach (var source in services.GetServices<IWorkSource>())
        {
            items.AddRange(await source.OfAsync(administrator, CancellationToken.None));
        }

        return items;
    });
}
