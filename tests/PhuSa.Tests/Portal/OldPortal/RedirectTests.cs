using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Redirects;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.OldPortal;

/// <summary>Old addresses: for good to the new place, never elsewhere, never in a circle.</summary>
public sealed class RedirectTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Article = "hoi-nghi-so-ket-6-thang-2020";
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task An_old_address_answers_301_to_the_article_however_it_is_written()
    {
        await LeadAsync("khcn", "/wps/portal/Home/tin/chi-tiet?id=77&muc=2", Article);
        var reader = room.App.Visit();

        foreach (var asked in (string[])["/wps/portal/Home/tin/chi-tiet?id=77&muc=2", "/WPS/portal/home/tin/chi-tiet/?muc=2&id=77&utm_source=zalo", "/wps/portal/Home/t%69n/chi-tiet?muc=2&id=77&fbclid=x"])
        {
            await reader.OpenAsync(asked);
            Assert.Equal((301, $"/bai-viet/{Article}"), (reader.Status, reader.Redirect?.OriginalString));
        }

        Assert.Equal(404, (await reader.OpenAsync("/wps/portal/Home/tin/chi-tiet?id=78&muc=2")).Status);
    }

    [Fact]
    public async Task HEAD_is_answered_like_GET_and_a_post_is_not()
    {
        await LeadAsync("khcn", "/cu/dau", Article);
        var http = room.App.Visit().Http;

        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/cu/dau"));
        using var post = await http.PostAsync(new Uri("/cu/dau", UriKind.Relative), new FormUrlEncodedContent([]));

        Assert.Equal(301, (int)head.StatusCode);
        Assert.Equal(404, (int)post.StatusCode);
    }

    [Fact]
    public async Task An_old_address_lives_on_the_hosts_of_its_own_site_and_leads_to_the_articles_home()
    {
        await LeadAsync("lienminh", "/cu/cua-lien-minh", Article);

        var there = await room.App.Visit("lienminh.localhost").OpenAsync("/cu/cua-lien-minh");
        var here = await room.App.Visit().OpenAsync("/cu/cua-lien-minh");

        Assert.Equal(301, there.Status);
        Assert.Equal("/bai-viet/" + Article, new Uri(there.Redirect!.OriginalString, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } whole ? whole.AbsolutePath : there.Redirect.OriginalString);
        Assert.Equal(404, here.Status);
    }

    [Fact]
    public async Task An_old_portal_that_told_its_pages_by_the_query_alone_is_answered_too()
    {
        await LeadAsync("khcn", "/?p=4711", Article);

        Assert.Equal("/bai-viet/" + Article, (await room.App.Visit().OpenAsync("/?p=4711")).Redirect?.OriginalString);
        Assert.Equal("/bai-viet/" + Article, (await room.App.Visit().OpenAsync("/?p=4711&utm_source=zalo")).Redirect?.OriginalString);
        Assert.Equal(200, (await room.App.Visit().OpenAsync("/?p=4712")).Status);
        Assert.Equal(200, (await room.App.Visit().OpenAsync("/")).Status);
    }

    [Fact]
    public async Task A_page_that_exists_is_never_redirected()
    {
        await LeadAsync("khcn", "/gop-y", Article);

        Assert.Equal(200, (await room.App.Visit().OpenAsync("/gop-y")).Status);
    }

    [Fact]
    public async Task What_was_withdrawn_answers_410_with_a_sentence()
    {
        var (writer, reviewer, publisher) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentPublisher));
        var id = await room.AwaitingAsync(writer, reviewer, "Bài rồi sẽ gỡ");
        await room.DoneAsync(publisher, id, "duyet-dang");
        await LeadAsync("khcn", "/cu/roi-se-go", "bai-roi-se-go");
        Assert.Equal(301, (await room.App.Visit().OpenAsync("/cu/roi-se-go")).Status);
        await room.DoneAsync(publisher, id, "go-bai", ("Input.Why", "Đăng nhầm"));

        var reader = await room.App.Visit().OpenAsync("/cu/roi-se-go");

        Assert.Equal(410, reader.Status);
        Assert.Contains("Trang này đã được gỡ", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_that_lead_to_one_another_end_in_not_found_and_a_chain_goes_on()
    {
        await SaveAsync(Moved("khcn", "/vong/1").ToPlace("/vong/2"), Moved("khcn", "/vong/2").ToPlace("/vong/1"), Moved("khcn", "/chuoi/1").ToPlace("/chuoi/2"), Moved("khcn", "/chuoi/2").ToPlace("/gop-y"));
        var reader = room.App.Visit();

        Assert.Equal(404, (await reader.OpenAsync("/vong/1")).Status);
        await reader.OpenAsync("/chuoi/1");
        Assert.Equal((301, "/chuoi/2"), (reader.Status, reader.Redirect?.OriginalString));
    }

    [Fact]
    public async Task An_officer_adds_an_address_for_the_own_site_finds_it_and_removes_it()
    {
        var officer = await room.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync("/quan-tri/chuyen-huong/moi");
        await officer.SubmitAsync(Form, ("Input.From", "https://cu.example.vn/Them/Bang-Tay?a=1"), ("Input.To", $"/bai-viet/{Article}"));
        Assert.Equal(302, officer.Status);
        Assert.Equal($"/bai-viet/{Article}", (await room.App.Visit().OpenAsync("/them/bang-tay?a=1")).Redirect?.OriginalString);

        await officer.OpenAsync("/quan-tri/chuyen-huong?tim=bang-tay");
        Assert.Contains("1 địa chỉ", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync(officer.Page.QuerySelector("main td a[href$='/go']")!.GetAttribute("href")!);
        await officer.SubmitAsync(Form);

        Assert.Equal(302, officer.Status);
        Assert.Equal(404, (await room.App.Visit().OpenAsync("/them/bang-tay?a=1")).Status);
        await room.App.InDbAsync(async db => Assert.Equal(2, await db.Set<JournalEntry>().CountAsync(e => e.Kind == "portal_redirects" && e.Title == "/Them/Bang-Tay?a=1")));
    }

    [Theory]
    [InlineData("", "/gop-y", "Nhập địa chỉ cũ")]
    [InlineData("/", "/gop-y", "không phải trang chủ")]
    [InlineData("/cu/x", "", "Nhập nơi mới")]
    [InlineData("/cu/x", "https://elsewhere.example/", "địa chỉ trong cùng cổng")]
    [InlineData("/cu/x", "//elsewhere.example/", "địa chỉ trong cùng cổng")]
    [InlineData("/cu/x", "/\\elsewhere.example/", "địa chỉ trong cùng cổng")]
    [InlineData("/cu/x", "/CU/x/?utm_source=a", "trùng với chính địa chỉ cũ")]
    [InlineData("/cu/x", "/cu/da-co", "cũng là một địa chỉ cũ")]
    [InlineData("/Cu/Da-Co/", "/gop-y", "đã có trong danh sách")]
    public async Task What_would_lead_elsewhere_or_in_a_circle_comes_back_with_a_sentence(string from, string to, string sentence)
    {
        await LeadAsync("khcn", "/cu/da-co", Article);
        var officer = await (await room.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/quan-tri/chuyen-huong/moi");

        await officer.SubmitAsync(Form, ("Input.From", from), ("Input.To", to));

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_bodys_addresses_are_not_there()
    {
        var id = await LeadAsync("lienminh", "/cu/chi-lien-minh", Article);
        var officer = await room.SignedInAsync(Role.DepartmentOfficer);

        Assert.DoesNotContain("chi-lien-minh", (await officer.OpenAsync("/quan-tri/chuyen-huong")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await officer.OpenAsync($"/quan-tri/chuyen-huong/{id}/go")).Status);
        await officer.OpenAsync("/quan-tri/chuyen-huong/moi");
        await officer.PostAsync("/quan-tri/chuyen-huong/moi", ("Input.Site", "lienminh"), ("Input.From", "/cu/y"), ("Input.To", "/gop-y"), ("__RequestVerificationToken", officer.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!));
        Assert.Equal(422, officer.Status);
    }

    [Fact]
    public async Task The_table_brings_addresses_and_says_what_is_wrong_with_others()
    {
        using var folder = new PortalFolder();
        File.WriteAllText(folder.Of("redirects"), $"site,from,to\nkhcn,/bang/1,/bai-viet/{Article}\nkhcn,https://cu.example.vn/bang/2?x=1,/gop-y\n");
        Assert.Empty((await room.App.ImportAsync(folder.Folder)).Errors);
        Assert.Equal(0, (await room.App.ImportAsync(folder.Folder)).Created);

        Assert.Equal($"/bai-viet/{Article}", (await room.App.Visit().OpenAsync("/Bang/1")).Redirect?.OriginalString);
        Assert.Equal("/gop-y", (await room.App.Visit().OpenAsync("/bang/2/?x=1")).Redirect?.OriginalString);

        File.WriteAllText(folder.Of("redirects"), "site,from,to\nkhcn,/,/gop-y\nkhcn,/bang/3,https://elsewhere.example\nkhcn,/bang/4,/BANG/4/\n");
        Assert.Equal(3, (await room.App.ImportAsync(folder.Folder)).Errors.Count);
    }

    [Fact]
    public async Task One_address_written_in_two_ways_leads_to_one_place_only()
    {
        using var folder = new PortalFolder();
        File.WriteAllText(folder.Of("redirects"), "site,from,to\nkhcn,/bang/hai-cach,/gop-y\nkhcn,/BANG/x/../hai-c%61ch/?utm_source=x,/hoi-dap\n");

        Assert.Contains("cùng một địa chỉ", Assert.Single((await room.App.ImportAsync(folder.Folder)).Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_where_the_second_way_comes_beside_a_line_that_was_taken_in_before()
    {
        const string Before = "site,from,to\nkhcn,/bang/hai-lan,/gop-y\n";
        using var folder = new PortalFolder();
        File.WriteAllText(folder.Of("redirects"), Before);
        Assert.Empty((await room.App.ImportAsync(folder.Folder)).Errors);
        File.WriteAllText(folder.Of("redirects"), Before + "khcn,/BANG/hai-lan/,/hoi-dap\n");

        Assert.Contains("cùng một địa chỉ", Assert.Single((await room.App.ImportAsync(folder.Folder)).Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_only_speaks_of_an_article_is_that_place()
    {
        using var folder = new PortalFolder();
        File.WriteAllText(folder.Of("redirects"), $"site,from,to\nkhcn,/bang/noi-toi,/tim-kiem?q=/bai-viet/{Article}\n");
        Assert.Empty((await room.App.ImportAsync(folder.Folder)).Errors);
        var officer = await (await room.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/quan-tri/chuyen-huong/moi");
        Assert.Equal(302, (await officer.SubmitAsync(Form, ("Input.From", "/tay/noi-toi"), ("Input.To", $"/tim-kiem?q=/bai-viet/{Article}"))).Status);

        foreach (var asked in (string[])["/bang/noi-toi", "/tay/noi-toi"])
        {
            Assert.Equal($"/tim-kiem?q=/bai-viet/{Article}", (await room.App.Visit().OpenAsync(asked)).Redirect?.OriginalString);
        }
    }

    [Theory]
    [InlineData("/dang-nhap")]
    [InlineData("/quan-tri")]
    [InlineData("/quan-tri/khong-co")]
    [InlineData("/tai-khoan/khong-co")]
    [InlineData("/tep/khong-co")]
    [InlineData("/api/v1/khong-co")]
    [InlineData("/en")]
    [InlineData("/rss.xml")]
    [InlineData("/van-ban")]
    public async Task No_old_address_stands_before_a_page_of_the_house(string address)
    {
        var before = await room.App.Visit().OpenAsync(address);
        await SaveAsync(Moved("khcn", address).ToPlace("/gop-y"));

        var reader = await room.App.Visit().OpenAsync(address);

        Assert.Equal((before.Status, before.Redirect), (reader.Status, reader.Redirect));
    }

    [Theory]
    [InlineData("/%5Celsewhere.example")]
    [InlineData("/%2F%2Felsewhere.example")]
    [InlineData("/.//elsewhere.example")]
    [InlineData("/%0D%0ASet-Cookie:%20a=b")]
    [InlineData("/%09/elsewhere.example")]
    public async Task Nothing_coded_leads_elsewhere_or_into_a_header(string to)
    {
        var from = "/ma-hoa/" + Guid.CreateVersion7().ToString("N");
        await SaveAsync(Moved("khcn", from).ToPlace(to));

        var reader = await room.App.Visit().OpenAsync(from);

        Assert.Equal(301, reader.Status);
        Assert.Equal("khcn.localhost", new Uri(new Uri("http://khcn.localhost" + from), reader.Redirect!.OriginalString).Host);
        Assert.DoesNotContain('\n', reader.Redirect.OriginalString);
    }

    private static MovedAddress Moved(string site, string address) => new(Guid.CreateVersion7(), site, OldAddress.Read(address)!, MovedFrom.Hand, DateTime.UnixEpoch);

    private Task<int> SaveAsync(params MovedAddress[] moved) => room.App.InScopeAsync(services =>
    {
        services.GetRequiredService<Acting>().As(new("Kiểm thử"));
        var db = services.GetRequiredService<AppDbContext>();
        db.AddRange(moved.Cast<object>());
        return db.SaveChangesAsync();
    });

    private async Task<Guid> LeadAsync(string site, string address, string slug)
    {
        var article = (await room.ArticleOfAsync(slug)).Id;
        return await room.App.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(new("Kiểm thử"));
            var db = services.GetRequiredService<AppDbContext>();
            var key = OldAddress.Read(address)!.Key;
            if (await db.Set<MovedAddress>().SingleOrDefaultAsync(m => m.Site == site && m.Key == key) is { } known)
            {
                return known.Id;
            }

            var moved = Moved(site, address).ToArticle(article);
            db.Add(moved);
            await db.SaveChangesAsync();
            return moved.Id;
        });
    }
}
