using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Watching.Seals;
using PhuSa.Tests.Portal;

namespace PhuSa.Tests.Watching;

/// <summary>What a published text itself names and says is no alarm; only what readers see now excuses anything.</summary>
public sealed class SealedWordsTests : WatchedHouse
{
    private const string Article = "/bai-viet/hoi-nghi-so-ket-6-thang-2020";
    private static readonly Actor By = new("Kiểm thử");

    private const string Planted = "<p>Vào nhà cái ở <a href=\"https://noi-khac.example/x\">đây</a></p>";

    [Fact]
    public async Task A_withdrawn_text_excuses_neither_its_words_nor_the_hosts_it_named()
    {
        var id = await PublishedAsync("Công an phá đường dây", Planted);
        await RunAsync(SealJob.JobCode);
        Assert.Empty((await LookAsync()).Findings);
        Proxy.Tamper = (request, passing) => request.Path == Article ? passing.Replacing("</main>", Planted + "</main>") : passing;
        Assert.Equal([FindingKind.PageDiffers], await KindsAsync());

        await Room.DoneAsync(await Room.SignedInAsync(Role.DepartmentLeader), id, "go-bai", ("Input.Why", "Đăng nhầm"));
        await RunAsync(SealJob.JobCode);

        Assert.Equal([FindingKind.BettingWords, FindingKind.ForeignLink, FindingKind.PageDiffers], await KindsAsync());
    }

    [Fact]
    public async Task A_text_written_over_excuses_only_what_it_says_now()
    {
        var writer = await Room.SignedInAsync(Role.DepartmentOfficer);
        var id = await PublishedAsync("Hai bản", Planted);
        await Room.DoneAsync(writer, id, "sua", ("Input.Body", "<p>Chữ mới.</p>"), ("Input.ChangeNote", "Bỏ đoạn thừa"));
        await ApprovedAsync(writer, id);

        Assert.Equal(([], []), await ExcusedAsync());
    }

    [Fact]
    public async Task Words_that_came_in_with_an_import_are_an_alarm_until_somebody_approves_the_text()
    {
        using var folder = new PortalFolder().Replace("articles", "Hội nghị sơ kết", "Nhà cái uy tín và hội nghị sơ kết");
        Assert.Empty((await App.ImportAsync(folder.Folder)).Errors);
        await RunAsync(SealJob.JobCode);

        Assert.Empty((await ExcusedAsync()).Words);
        Assert.Contains(FindingKind.BettingWords, await KindsAsync());

        // Somebody opens it, changes nothing in the end, and it is approved.
        var id = await App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<PhuSa.Portal.Articles.Article>().Where(a => EF.Functions.Like(a.Title + a.Summary + a.Body, "%Nhà cái uy tín%")).Select(a => a.Id).SingleAsync());
        var body = (await Room.ArticleAsync(id)).Body;
        var writer = await Room.SignedInAsync(Role.DepartmentOfficer);
        await Room.DoneAsync(writer, id, "sua", ("Input.Body", body + "<p>Thừa.</p>"), ("Input.Minor", "true"));
        await Room.DoneAsync(writer, id, "sua", ("Input.Body", body), ("Input.Minor", "true"));
        await ApprovedAsync(writer, id);

        Assert.Equal(["nhà cái"], (await ExcusedAsync()).Words);
    }

    [Fact]
    public async Task What_officers_put_around_the_articles_and_into_published_answers_is_no_alarm()
    {
        await App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(By);
            var db = services.GetRequiredService<AppDbContext>();
            var link = new PlacedLink(Guid.CreateVersion7(), "khcn", LinkArea.Footer, "https://noi-khac.example/");
            link.Show("Nơi khác", note: null, position: 90);
            var kept = new PlacedLink(Guid.CreateVersion7(), "khcn", LinkArea.Footer, "https://khong-hien.example/");
            kept.Show("Không hiện", note: null, position: null);
            var item = new FeedbackItem(
                Guid.CreateVersion7(), "khcn", ReferenceCode.New(), Guid.CreateVersion7(), new(FeedbackKind.Question, "Trần Thị Xoài", "a@b.vn", null, "Nguyên văn", null, false, "vi"), looksLikeSpam: false, answerWithin: null, By, DateTime.UnixEpoch);
            item.Assign(Guid.CreateVersion7(), null, By, DateTime.UnixEpoch);
            item.Reply("Cá độ là trái luật.", By, DateTime.UnixEpoch);
            item.Publish("Hỏi về cá độ", "Cá độ là trái luật.", showsName: false, By, DateTime.UnixEpoch);
            db.AddRange(link, kept, item);
            return await db.SaveChangesAsync();
        });

        var (hosts, words) = await ExcusedAsync();
        Assert.Equal(["noi-khac.example"], hosts);
        Assert.Equal(["cá độ"], words);
        Assert.Empty((await LookAsync()).Findings);
    }

    [Fact]
    public async Task A_host_is_known_however_an_approved_text_writes_it()
    {
        await PublishedAsync("Liên kết nông sản", "<p><a href=\"HTTPS://nôngsản.example/x\">Sàn</a></p>");

        Assert.Contains("nôngsản.example", (await ExcusedAsync()).Hosts);
        Assert.Empty((await LookAsync()).Findings);
    }

    private async Task<Guid> PublishedAsync(string title, string body)
    {
        var writer = await Room.SignedInAsync(Role.DepartmentOfficer);
        var id = await Room.DraftAsync(writer, title, body);
        await ApprovedAsync(writer, id);
        return id;
    }

    private async Task ApprovedAsync(Visitor writer, Guid id)
    {
        await Room.DoneAsync(writer, id, "gui-bien-tap");
        await Room.DoneAsync(await Room.SignedInAsync(Role.DepartmentOfficer), id, "bien-tap-xong");
        await Room.DoneAsync(writer, id, "trinh-duyet");
        await Room.DoneAsync(await Room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang");
        await RunAsync(SealJob.JobCode);
    }

    private async Task<IEnumerable<FindingKind>> KindsAsync() =>
        (await LookAsync()).Findings.Select(finding => finding.Kind).Distinct().OrderBy(kind => kind.ToString(), StringComparer.Ordinal);

    private Task<(string[] Hosts, string[] Words)> ExcusedAsync() => App.InScopeAsync(async services =>
    {
        var (hosts, words) = await services.GetRequiredService<SealedWords>().OfAsync(
            services.GetRequiredService<AppDbContext>(), services.GetServices<ISitePages>(), long.MaxValue, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, CancellationToken.None);
        return (hosts.ToArray(), words.ToArray());
    });
}
