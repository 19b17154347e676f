using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Products;
using PhuSa.Files.Shelf;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.DataRequests;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Marks.Statements;
using PhuSa.Office.Filters;
using PhuSa.Office.Messages;
using PhuSa.Office.Notices;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Visits;

namespace PhuSa.BrowserTests;

/// <summary>Who opens a page.</summary>
internal enum Opener
{
    Nobody,

    /// <summary>The password was right, the second step is open.</summary>
    HalfWay,

    /// <summary>An officer whose screen is locked.</summary>
    Locked,
    Administrator,
    Officer,
    Director,
    Publisher,

    /// <summary>Of the Alliance.</summary>
    Leader,
}

/// <summary>A page to open: its route, its address on these records, and who opens it.</summary>
internal sealed record Stop(string Address, Opener Opener);

/// <summary>People and records with which every page of the office has something to show.</summary>
internal sealed partial class OfficeRecords(Site site)
{
    /// <summary>One at a time: a job that is asked for while another maker has it running is refused.</summary>
    private static readonly SemaphoreSlim Making = new(1);

    private readonly Dictionary<string, string> _filled = new(StringComparer.Ordinal);

    public Person Administrator { get; private set; } = null!;

    public Person Officer { get; private set; } = null!;

    public Person Director { get; private set; } = null!;

    public Person Publisher { get; private set; } = null!;

    public Person Leader { get; private set; } = null!;

    public static async Task<OfficeRecords> MakeAsync(Site site)
    {
        await Making.WaitAsync();
        try
        {
            var records = new OfficeRecords(site);
            await records.OpenersAsync();
            await records.OthersAsync();
            await site.InScopeAsync(records.AccountRecordsAsync);
            await site.InScopeAsync(records.RequestsAsync);
            await site.InScopeAsync(records.HouseAsync);
            await site.InScopeAsync(records.ShelfAsync);
            await site.InScopeAsync(records.PlacesAsync);
            await site.InScopeAsync(records.CooperativesAsync);
            await site.InScopeAsync(records.RegistryAsync);
            await site.InScopeAsync(records.ReportsAsync);
            await site.InScopeAsync(records.ArticlesAsync);
            await site.InScopeAsync(records.SitesAsync);
            await site.InScopeAsync(records.FeedbackAsync);
            await site.InScopeAsync(records.OldPortalAsync);
            await site.InScopeAsync(records.WatchAsync);
            await site.InScopeAsync(records.PapersAsync);
            await site.InScopeAsync(records.AllianceAsync);
            await site.InScopeAsync(records.ProductsAsync);
            await site.InScopeAsync(records.MarksAsync);
            await site.InScopeAsync(records.ApplicationsAsync);
            await site.InScopeAsync(records.InspectionsAsync);
            return records;
        }
        finally
        {
            Making.Release();
        }
    }

    /// <summary>Only who opens the pages, and nothing to show on them.</summary>
    public static async Task<OfficeRecords> PeopleOnlyAsync(Site site)
    {
        var records = new OfficeRecords(site);
        await records.OpenersAsync();

        // Without a key nobody would ask the administrator for the second step.
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            db.Add(Key(records.Administrator));
            return await db.SaveChangesAsync();
        });
        return records;
    }

    /// <returns>Null where there is no record for a place in the route.</returns>
    public Stop? Of(string route)
    {
        var plain = Constraint.Replace(route, "{$1}");
        var address = _filled.GetValueOrDefault(plain) ?? (plain.Contains('{', StringComparison.Ordinal) ? null : plain);
        return address is null ? null : new Stop(address, OpenerOf(plain));
    }

    public Person? PersonOf(Opener opener) => opener switch
    {
        Opener.Administrator => Administrator,
        Opener.Officer or Opener.Locked => Officer,
        Opener.Director => Director,
        Opener.Publisher => Publisher,
        Opener.Leader => Leader,
        _ => null,
    };

    private static Opener OpenerOf(string route) => route switch
    {
        "/dang-nhap/hai-buoc" => Opener.HalfWay,
        "/dang-nhap/mo-khoa" => Opener.Locked,
        _ when route.StartsWith(PersonalPlaces.SignIn, StringComparison.Ordinal) => Opener.Nobody,
        _ when route.StartsWith(PersonalPlaces.Account, StringComparison.Ordinal) => Opener.Officer,
        _ when route.StartsWith(OfficeAddress.Articles, StringComparison.Ordinal) => IsOfPublisher(route) ? Opener.Publisher : Opener.Officer,
        _ when route.StartsWith(FeedbackRights.Office, StringComparison.Ordinal) || route.StartsWith(StatisticsRights.Office, StringComparison.Ordinal) => Opener.Officer,
        _ when route.StartsWith(AllianceOffice, StringComparison.Ordinal) => Opener.Leader,
        _ when route.StartsWith("/quan-tri/van-ban", StringComparison.Ordinal) => Opener.Officer,
        _ when route.StartsWith(StatementRights.Office, StringComparison.Ordinal) => Opener.Administrator,
        _ when route.StartsWith("/quan-tri/nhan-hieu", StringComparison.Ordinal) => Opener.Officer,
        _ when route.StartsWith(OcopDesk.Address, StringComparison.Ordinal) => Opener.Officer,
        _ when route.StartsWith(RegistryRights.Address, StringComparison.Ordinal) || route.StartsWith("/quan-tri/dia-ban", StringComparison.Ordinal) || route.StartsWith("/quan-tri/to-chuc", StringComparison.Ordinal) => Opener.Officer,
        _ when route.StartsWith(PersonalPlaces.MyCooperative, StringComparison.Ordinal) => Opener.Director,
        _ when route.StartsWith(SharedFiles.Url, StringComparison.Ordinal) || route.StartsWith("/quan-tri/dai-dien-htx", StringComparison.Ordinal) => Opener.Officer,
        _ => Opener.Administrator,
    };

    private async Task OpenersAsync()
    {
        Administrator = await site.PersonAsync(Role.Administrator, "Lê Quốc Việt");
        Officer = await site.PersonAsync(Role.DepartmentOfficer, "Nguyễn Thị Ngọc Ánh");
        Director = await site.PersonAsync(Role.CooperativeDirector, "Huỳnh Văn Bảy", phone: Phone());
        Publisher = await site.PersonAsync(Role.DepartmentPublisher, "Đặng Trường Giang");
        Leader = await site.PersonAsync(Role.AllianceLeader, "Trần Thị Hồng Gấm");
    }

    private async Task OthersAsync()
    {
        await site.PersonAsync(Role.AllianceOfficer, "Phạm Hoài Thương");
        await site.PersonAsync(Role.CooperativeDirector, "Võ Thị Kim Đào", "htx-an-binh", phone: Phone());
    }

    private async Task<bool> AccountRecordsAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var closed = await site.PersonAsync(Role.DepartmentOfficer, "Bùi Minh Khoa");
        var closedDirector = await site.PersonAsync(Role.CooperativeDirector, "Lý Thị Sáu", phone: Phone());
        foreach (var person in await db.Set<Person>().Where(p => p.Id == closed.Id || p.Id == closedDirector.Id).ToListAsync())
        {
            person.Disable("Đã chuyển công tác", OfficePeople.By, Now);
        }

        var shown = await site.PersonAsync(Role.DepartmentOfficer, "Trương Công Định");
        await db.Set<Person>().Where(p => p.Id == shown.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.LockoutEnd, TimeProvider.System.GetUtcNow().AddHours(1)));
        db.AddRange(Key(Officer), Key(Administrator));
        db.Add(new IdentityUserLogin<Guid> { UserId = Officer.Id, LoginProvider = "sso-tinh", ProviderKey = Guid.CreateVersion7().ToString("N"), ProviderDisplayName = "tài khoản công vụ của tỉnh" });
        var elsewhere = new SignInSession(Guid.CreateVersion7(), Officer.Id, SignInMethod.Password, "Mozilla/5.0 (Linux; Android 14; SM-A155F) Chrome/140.0 Mobile", "113.161.0.1", Now, TimeSpan.FromHours(12));
        db.Add(elsewhere);
        db.AddRange(new[] { shown, Director, Officer }.Select(person => new NewPhone(Guid.CreateVersion7(), person.Id, 1, Phone(), Now)));
        await db.SaveChangesAsync();
        var key = (await services.GetRequiredService<Identity.Factors.Passkeys>().OfAsync(Officer))[0];
        var acts = (await db.Set<Appointment>().SingleAsync(a => a.PersonId == shown.Id)).Id;
        var directs = (await db.Set<Appointment>().SingleAsync(a => a.PersonId == Director.Id)).Id;
        Fill("/quan-tri/nguoi-dung/{id}", shown.Id, "", "/khoa", "/them", "/mat-khau-mot-lan", "/so-moi", "/bo-khoa-tam", "/sua", "/dat-lai-mat-khau", "/ra-soat");
        Fill("/quan-tri/nguoi-dung/{id}", closed.Id, "/mo-khoa");
        Fill("/quan-tri/dai-dien-htx/{id}", Director.Id, "", "/ma", "/so-moi", "/them", "/sua", "/phieu");
        Fill("/quan-tri/dai-dien-htx/{id}", closedDirector.Id, "/mo-khoa");
        foreach (var verb in new[] { "thoi", "vai-tro" })
        {
            _filled[$"/quan-tri/nguoi-dung/{{id}}/{verb}/{{appointment}}"] = $"/quan-tri/nguoi-dung/{shown.Id}/{verb}/{acts}";
        }

        _filled["/quan-tri/dai-dien-htx/{id}/thoi/{appointment}"] = $"/quan-tri/dai-dien-htx/{Director.Id}/thoi/{directs}";
        _filled["/tai-khoan/hai-buoc/khoa/{id}/ten"] = $"/tai-khoan/hai-buoc/khoa/{key.Id}/ten";
        _filled["/tai-khoan/hai-buoc/khoa/{id}/bo"] = $"/tai-khoan/hai-buoc/khoa/{key.Id}/bo";
        _filled["/tai-khoan/lien-ket/{code}/bo"] = "/tai-khoan/lien-ket/tinh/bo";
        _filled["/tai-khoan/phien/{id}/ket-thuc"] = $"/tai-khoan/phien/{elsewhere.Id}/ket-thuc";
        _filled["/dang-nhap/sso/{code}/bat-dau"] = "/dang-nhap/sso/khong-co/bat-dau";
        return true;
    }

    private async Task<bool> RequestsAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var today = VietnamTime.Today(TimeProvider.System);
        var filed = new DataRequest(Guid.CreateVersion7(), Director.Id, DataRequestKind.Correction, "Sửa số điện thoại trong hồ sơ cũ", today.AddDays(-6), onPaper: true, OfficePeople.By, Now);
        var running = new DataRequest(Guid.CreateVersion7(), Officer.Id, DataRequestKind.Access, "Cho tôi biết ai đã xem hồ sơ của tôi", today, onPaper: false, OfficePeople.By, Now);
        running.Confirm(thirdParties: false, note: null, OfficePeople.By, Now);
        db.AddRange(filed, running);
        await db.SaveChangesAsync();
        Fill("/quan-tri/yeu-cau-du-lieu/{id}", filed.Id, "", "/xac-nhan", "/tu-choi");
        Fill("/quan-tri/yeu-cau-du-lieu/{id}", running.Id, "/gia-han", "/giai-quyet");
        _filled["/quan-tri/dong-y/{number}"] = "/quan-tri/dong-y/1";
        return true;
    }

    private async Task<bool> HouseAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var notices = services.GetRequiredService<INotices>();
        await notices.TellAsync([Administrator.Id, Officer.Id], new("Công việc nền “{0}” bị hỏng {1} lần liên tiếp.", ["Gửi thư", "3"], "/quan-tri/cong-viec-nen/office.messages"), CancellationToken.None);
        await notices.TellAsync([Administrator.Id, Officer.Id], new("Chuỗi nhật ký nguyên vẹn.", [], null), CancellationToken.None);
        var message = new OfficeMessage(Guid.CreateVersion7(), MessageChannels.Mail, Officer.Id, new(Officer.Email!, "Việc cần làm hôm nay", "Bạn có 3 việc đến hạn."), until: null, Now);
        message.NotSent("550 hộp thư không tồn tại", forGood: true, Now);
        db.Add(message);
        db.Add(new KeptFilter(Guid.CreateVersion7(), Administrator.Id, "Người bị khoá", "/quan-tri/nguoi-dung?tinh-trang=khoa", Now));
        services.GetRequiredService<JournalNotes>().Add("identity_people", Administrator.Id, "Người dùng", "Read", by: OfficePeople.By, person: new ActingPerson(Administrator.Id, OrganisationId: null, Address: null));
        await db.SaveChangesAsync();
        foreach (var job in services.GetServices<IScheduledJob>().Select(job => job.Code).Where(code => code.StartsWith("journal", StringComparison.Ordinal)).ToList())
        {
            await services.GetRequiredService<IJobs>().RunNowAsync(job, CancellationToken.None);
        }

        var told = await db.Set<OfficeNotice>().FirstAsync(n => n.PersonId == Administrator.Id);
        _filled["/quan-tri/thu-gui/{id}"] = $"/quan-tri/thu-gui/{message.Id}";
        _filled["/quan-tri/thong-bao/{id}"] = $"/quan-tri/thong-bao/{told.Id}";
        _filled["/quan-tri/cong-viec-nen/{code}"] = "/quan-tri/cong-viec-nen/journal.chain";
        _filled["/quan-tri/nhat-ky/ho-so/{kind}/{id}"] = $"/quan-tri/nhat-ky/ho-so/identity_people/{Officer.Id}";
        _filled["/quan-tri/nhat-ky/nguoi/{id}"] = $"/quan-tri/nhat-ky/nguoi/{Administrator.Id}";
        _filled["/quan-tri/nhat-ky/tai-ve/{format}"] = "/quan-tri/nhat-ky/tai-ve/csv";
        return true;
    }

    private async Task<bool> ShelfAsync(IServiceProvider services)
    {
        var owner = (await services.GetRequiredService<AppDbContext>().Set<Appointment>().SingleAsync(a => a.PersonId == Officer.Id)).OrganisationId!.Value;
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("Tên hợp tác xã,Huyện\nHTX Nông nghiệp Long Bình,An Phú\n"));
        var file = await services.GetRequiredService<IFiles>().TakeInAsync(new(content, "Danh sách mời dự hội thảo kết nối cung cầu công nghệ năm 2020.csv"), new(SharedFiles.Kind, owner), SharedFiles.Rules, CancellationToken.None);
        Fill("/quan-tri/tep/{id}", file.Id, "/go", "/lien-ket");
        return true;
    }

    /// <summary>An empty form says that a site belongs to nobody; the officer's own is given back to her agency.</summary>
    private async Task<bool> SitesAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var agency = (await db.Set<Appointment>().SingleAsync(a => a.PersonId == Officer.Id)).OrganisationId!.Value;
        (await db.Set<PhuSa.Portal.Sites.Site>().SingleAsync(s => s.Code == "khcn")).BelongTo(agency);
        await db.SaveChangesAsync();
        foreach (var part in new[] { "", "/ten", "/dia-chi", "/giao-dien", "/trang-chu", "/lien-he", "/phan-anh", "/tieng-anh", "/so-lieu", "/chuyen-muc", "/khoi", "/co-quan" })
        {
            _filled["/quan-tri/trang/{code}" + part] = "/quan-tri/trang/khcn" + part;
        }

        _filled["/quan-tri/trang/{code}/lien-ket/{place}"] = "/quan-tri/trang/khcn/lien-ket/menu";
        return true;
    }

    private static IdentityUserPasskey<Guid> Key(Person person) => new()
    {
        UserId = person.Id,
        CredentialId = Guid.CreateVersion7().ToByteArray(),
        Data = new IdentityPasskeyData { Name = "Điện thoại của tôi", PublicKey = [4], AttestationObject = [5], ClientDataJson = [6], CreatedAt = TimeProvider.System.GetUtcNow() },
    };

    private void Fill(string route, Guid id, params ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            _filled[route + end] = route.Replace("{id}", id.ToString(), StringComparison.Ordinal) + end;
        }
    }

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private static int _phones = 10_000;

    /// <summary>A number that nobody else of this run has.</summary>
    private static string Phone() => $"+849180{Interlocked.Increment(ref _phones):D5}";

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Constraint { get; }
}
