using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Products;
using PhuSa.Cooperatives.Registry;
using PhuSa.Events.Events;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Watching.Freezes;
using PhuSa.Tests.Cooperatives;
using PhuSa.Tests.Cooperatives.Ocop;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Marks;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Watching;

/// <summary>While publishing is frozen the public pages of records say nothing new either: no table and no form brings a word there, and any may be taken away.</summary>
public sealed class FrozenRecordsTests : IAsyncLifetime
{
    private const string Refusal = "Chưa duyệt đăng hay nhập bài được; vẫn gỡ bài được.";
    private const string Registration = "/quan-tri/hop-tac-xa/htx-vinh-thang/dang-ky";
    private const string Form = "main form[method=post]";

    private readonly MarkHouse _house = new();

    private App App => _house.App;

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData("programmes", "Kế hoạch hợp tác giữa", "Lời người lạ giữa")]
    [InlineData("plans", "Việc của năm 2019", "Lời người lạ năm 2019")]
    [InlineData("plan-items", "Lập hợp tác xã làm rượu nho rừng", "Lời người lạ")]
    [InlineData("plan-items", "Quy trình đã xong, nhưng", "Lời người lạ, nhưng")]
    [InlineData("events", "Buổi kết nối cung cầu", "Lời người lạ")]
    [InlineData("event-attendance", ",90,", ",9000,")]
    [InlineData("events", ",trung-tam-ung-dung,", ",so-khcn,")]
    [InlineData("technologies", "Quy trình sản xuất rượu nho rừng", "Lời người lạ")]
    [InlineData("technologies", ",trung-tam-ung-dung,", ",so-khcn,")]
    [InlineData("certification-marks", "Nhãn hiệu chứng nhận An Giang", "Lời người lạ")]
    [InlineData("certification-marks", "Nhãn hiệu chứng nhận An Giang,,", "Nhãn hiệu chứng nhận An Giang,so-khcn,")]
    [InlineData("collective-marks", "NÔNG SẢN AN TOÀN", "LỜI NGƯỜI LẠ")]
    [InlineData("cooperatives", "HTX Nông nghiệp Vĩnh Thắng", "HTX Lời người lạ")]
    [InlineData("papers", "Kết nạp thành viên Liên minh", "Lời người lạ")]
    [InlineData("support-schemes", "Quy định hỗ trợ thúc đẩy", "Lời người lạ")]
    [InlineData("support-scheme-versions", "Ứng dụng công nghệ;", "Lời người lạ;")]
    [InlineData("support-applications", "Ứng dụng tiến bộ kỹ thuật", "Lời người lạ")]
    [InlineData("support-verdicts", "Đối chiếu dự án", "Lời người lạ")]
    public async Task No_table_changes_what_readers_meet(string table, string from, string to)
    {
        await FreezeAsync();
        var sample = await SampleAsync(table);
        Assert.Contains(from, sample, StringComparison.Ordinal);
        using var changed = ImportFolder.With((table, sample.Replace(from, to, StringComparison.Ordinal)));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => App.ImportAsync(changed.Path));

        Assert.Contains("Nghi có người lạ.", refused.Message, StringComparison.Ordinal);
        Assert.Contains(Refusal, refused.Message, StringComparison.Ordinal);
        using var same = ImportFolder.With((table, sample));
        Assert.Empty((await App.ImportAsync(same.Path)).Errors);
    }

    [Theory]
    [InlineData("events", "su-kien-la,workshop,Hội thảo lạ,,,,,,2026,planned,,")]
    [InlineData("technologies", "quy-trinh-la,Quy trình lạ,,,,,offered,,,,,")]
    [InlineData("certification-marks", "nhan-hieu-la,Nhãn hiệu lạ,,,")]
    [InlineData("cooperatives", "htx-la,HTX Lạ,,,,,,,")]
    [InlineData("papers", "van-ban-la,decision,,Văn bản lạ,,,,,,có,")]
    [InlineData("awards", "khen-la,qd-khen-thuong-2020,province,merit-certificate,collective,,Tập thể lạ,")]
    [InlineData("admissions", "ket-nap-la,qd-ket-nap-2020,htx-long-binh,official,")]
    public async Task No_table_puts_a_new_record_before_readers(string table, string row)
    {
        await FreezeAsync();
        using var added = ImportFolder.With((table, $"{(await SampleAsync(table)).TrimEnd('\n')}\n{row}\n"));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => App.ImportAsync(added.Path));

        Assert.Contains(Refusal, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_is_taken_away_by_a_table()
    {
        const string venue = ",Trung tâm Ứng dụng tiến bộ KHCN,,";
        await FreezeAsync();
        var sample = await SampleAsync("events");
        Assert.Contains(venue, sample, StringComparison.Ordinal);
        using var less = ImportFolder.With(("events", sample.Replace(venue, ",,,", StringComparison.Ordinal)));

        Assert.Empty((await App.ImportAsync(less.Path)).Errors);

        await App.InDbAsync(async db => Assert.Null((await db.Set<Event>().AsNoTracking().AsSplitQuery().SingleAsync(e => e.Code == "ket-noi-dieu-khien-tu-dong")).Venue));
    }

    [Fact]
    public async Task A_table_of_any_layout_changes_no_file_that_readers_meet_and_says_why()
    {
        await FreezeAsync();

        var officer = await App.TakenInAsync(await App.LookedOverAsync("Mã,Sản phẩm\nhtx-vinh-thang,Lời người lạ\n"));

        Assert.Contains(Refusal, officer.Text, StringComparison.Ordinal);
        await App.InDbAsync(async db => Assert.DoesNotContain("Lời người lạ", (await CooperativeAsync(db, "htx-vinh-thang")).Products));
    }

    [Fact]
    public async Task An_officer_takes_a_product_out_of_a_profile_and_puts_none_in()
    {
        await WriteAsync(async db => (await CooperativeAsync(db, "htx-vinh-thang")).Make(["Gạo thơm", "Lời xấu"]));
        await FreezeAsync();
        var officer = await (await _house.OfficerAsync()).OpenAsync(Registration);

        await officer.SubmitAsync(Form, ("Input.Products", "Gạo thơm\nLời người lạ"));
        Assert.Equal(409, officer.Status);
        Assert.Contains(Refusal, officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync(Registration);
        await officer.SubmitAsync(Form, ("Input.Products", "Gạo thơm"));
        Assert.Equal(302, officer.Status);
        Assert.DoesNotContain("Lời", (await App.Visit().OpenAsync("/hop-tac-xa/htx-vinh-thang")).Page.QuerySelector("main aside")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_who_agreed_is_held_and_that_of_who_did_not_is_kept_up()
    {
        await WriteAsync(async db =>
        {
            var open = await CooperativeAsync(db, "htx-vinh-thang");
            open.Agree([PublicItem.Website], new DateOnly(2026, 6, 1), "Phiếu");
            db.AddRange(Reached(open.Id, "https://cu.vi-du.vn"), Reached((await CooperativeAsync(db, "htx-long-binh")).Id, "https://cu.vi-du.vn"));
        });
        await FreezeAsync();

        await WriteAsync(async db => (await ContactAsync(db, "htx-long-binh")).Describe(Told("https://moi.vi-du.vn")));
        await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(async db => (await ContactAsync(db, "htx-vinh-thang")).Describe(Told("https://nguoi-la.example.vn"))));
        await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(async db => (await CooperativeAsync(db, "htx-long-binh")).Agree([PublicItem.Website], new DateOnly(2026, 6, 30), "Phiếu")));
        await WriteAsync(async db => (await ContactAsync(db, "htx-vinh-thang")).Describe(Told(website: null)));
        await WriteAsync(async db => (await CooperativeAsync(db, "htx-vinh-thang")).Agree([], new DateOnly(2026, 6, 30), "Phiếu"));
    }

    [Fact]
    public async Task A_contact_is_taken_from_readers_beside_a_point_that_stays_and_a_shown_place_is_held()
    {
        await WriteAsync(async db =>
        {
            var open = await CooperativeAsync(db, "htx-vinh-thang");
            open.Agree([PublicItem.Phone, PublicItem.MapPoint, PublicItem.Address], new DateOnly(2026, 6, 1), "Phiếu");
            var contact = new CooperativeContact(open.Id);
            contact.Describe(new ContactContent(null, "0912000444", null, null, null, 10.5m, 105.25m));
            db.Add(contact);
        });
        await FreezeAsync();

        // The databases write the zeros of a number each in its own way.
        await WriteAsync(async db => (await ContactAsync(db, "htx-vinh-thang")).Describe(new ContactContent(null, null, null, null, null, 10.5m, 105.25m)));
        await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(async db => (await CooperativeAsync(db, "htx-vinh-thang")).Settle("Lời người lạ", null, source: null)));
    }

    [Fact]
    public async Task An_officer_takes_the_goods_out_of_a_mark_and_writes_no_others()
    {
        const string edit = "/quan-tri/nhan-hieu/chung-nhan/an-giang/sua";
        await WriteAsync(async db => (await db.Set<CertificationMark>().SingleAsync()).Register(number: null, on: null, endsOn: null, "Xoài và lời xấu"));
        await FreezeAsync();
        var officer = await (await _house.OfficerAsync()).OpenAsync(edit);

        await officer.SubmitAsync(Form, ("Input.Goods", "Lời người lạ"));
        Assert.Equal(409, officer.Status);
        Assert.Contains(Refusal, officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync(edit);
        await officer.SubmitAsync(Form, ("Input.Goods", ""));
        Assert.Equal(302, officer.Status);
        Assert.DoesNotContain("lời xấu", (await App.Visit().OpenAsync("/nhan-hieu/an-giang")).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_right_to_a_mark_is_given_and_one_is_suspended()
    {
        var grant = await _house.GrantAsync();
        await FreezeAsync();

        await Assert.ThrowsAsync<RefusedException>(() => _house.GrantAsync());
        await WriteAsync(async db => (await db.Set<MarkGrant>().AsSplitQuery().SingleAsync(g => g.Id == grant.Id)).Suspend(MarkHouse.News(), remedyBy: null, MarkHouse.By, App.Clock.GetUtcNow().UtcDateTime));
    }

    [Fact]
    public async Task A_sample_of_a_mark_is_taken_away_and_none_is_put_up_or_described_anew()
    {
        var (sample, another) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await WriteAsync(async db => (await db.Set<CertificationMark>().SingleAsync()).Show(sample, "Mẫu nhãn"));
        await FreezeAsync();

        await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(async db => (await db.Set<CertificationMark>().SingleAsync()).Show(another, "Mẫu lạ")));
        await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(async db => (await db.Set<CertificationMark>().SingleAsync()).Say(sample, "Lời người lạ")));
        await WriteAsync(async db => (await db.Set<CertificationMark>().SingleAsync()).Hide(sample));
    }

    [Fact]
    public async Task A_product_is_entered_while_nobody_sees_it_and_its_certificate_waits()
    {
        var (_, certified) = await OcopHouse.CertifiedIn(App, "Trà sen thử", "2026-01-05");
        await FreezeAsync();
        var owner = await OcopHouse.OwnerIn(App);
        var entered = new OcopProduct(Guid.CreateVersion7(), "tra-chua-ai-thay", owner.Id, Sheet("Trà chưa ai thấy"));
        await WriteAsync(db => Task.FromResult(db.Add(entered)));

        await WriteAsync(async db => (await db.Set<OcopProduct>().SingleAsync(p => p.Id == entered.Id)).Describe(owner.Id, Sheet("Trà chưa ai thấy, tên mới")));
        await Assert.ThrowsAsync<RefusedException>(() => OcopHouse.CertifiedIn(App, "Trà người lạ", "2026-01-05"));
        await Assert.ThrowsAsync<RefusedException>(() => WriteAsync(async db =>
        {
            var id = (await db.Set<OcopEvaluation>().AsNoTracking().AsSplitQuery().SingleAsync(e => e.Id == certified)).ProductId;
            var product = await db.Set<OcopProduct>().SingleAsync(p => p.Id == id);
            product.Describe(product.OwnerId, product.Sheet with { SalesPoints = "https://nguoi-la.example.vn" });
        }));
        await WriteAsync(async db => (await db.Set<OcopEvaluation>().AsSplitQuery().SingleAsync(e => e.Id == certified)).Revoke(new DateOnly(2026, 6, 30), OcopHouse.By, App.Clock.GetUtcNow().UtcDateTime, "Không còn đạt"));
    }

    [Fact]
    public async Task Once_the_freeze_is_lifted_records_are_kept_as_before()
    {
        await FreezeAsync();
        await WriteAsync(async db => (await db.Set<PublishingFreeze>().AsSplitQuery().SingleAsync()).Lift("Đã kiểm tra", MarkHouse.By, DateTime.UnixEpoch));
        var officer = await (await App.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Registration);

        await officer.SubmitAsync(Form, ("Input.Products", "Gạo sau khi kiểm tra"));

        Assert.Equal(302, officer.Status);
    }

    private Task<int> FreezeAsync() => WriteAsync(db => Task.FromResult(db.Add(new PublishingFreeze(Guid.CreateVersion7(), "Nghi có người lạ.", MarkHouse.By, DateTime.UnixEpoch))));

    private Task<int> WriteAsync(Func<AppDbContext, Task> work) => _house.InDbAsync(async db =>
    {
        await work(db);
        return await db.SaveChangesAsync();
    });

    private static Task<string> SampleAsync(string table) => File.ReadAllTextAsync(Path.Combine(App.Samples, $"{table}.csv"));

    private static Task<Cooperative> CooperativeAsync(AppDbContext db, string code) => db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == code);

    private static async Task<CooperativeContact> ContactAsync(AppDbContext db, string code)
    {
        var id = (await CooperativeAsync(db, code)).Id;
        return await db.Set<CooperativeContact>().SingleAsync(c => c.Id == id);
    }

    private static CooperativeContact Reached(Guid id, string website)
    {
        var contact = new CooperativeContact(id);
        contact.Describe(Told(website));
        return contact;
    }

    private static ContactContent Told(string? website) => new(Person: null, Phone: null, Email: null, website, Street: null, Latitude: null, Longitude: null);

    private static OcopProductSheet Sheet(string name) => new(name, null, null, OcopGroup.Food, null, null, null, null, null);
}
