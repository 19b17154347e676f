using System.Xml.Linq;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>News of one day: the newest stands first, wherever news is listed.</summary>
public sealed class NewsOrderTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Category = "/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe";

    [Fact]
    public async Task Of_one_day_the_later_written_stands_first_in_every_list()
    {
        var (writer, reviewer, publisher) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentLeader));
        foreach (var title in new[] { "An sáng", "Bình trưa", "Chiều về" })
        {
            var id = await room.DraftAsync(writer, title);
            await room.DoneAsync(writer, id, "sua", ("Input.Tags", "cùng ngày"));
            await room.DoneAsync(writer, id, "gui-bien-tap");
            await room.DoneAsync(reviewer, id, "bien-tap-xong");
            await room.DoneAsync(writer, id, "trinh-duyet");
            await room.DoneAsync(publisher, id, "duyet-dang");
        }

        List<string> newest = ["/bai-viet/chieu-ve", "/bai-viet/binh-trua", "/bai-viet/an-sang"];
        var month = (await room.App.Visit().OpenAsync("/luu-tru")).Page.QuerySelector("main .ps-links a")!.GetAttribute("href")!;
        foreach (var list in new[] { Category, month, "/the/cung-ngay" })
        {
            Assert.Equal(newest, (await AddressesAsync(list)).Where(newest.Contains));
        }

        List<string> titles = ["Chiều về", "Bình trưa", "An sáng"];
        foreach (var feed in new[] { "/rss.xml", "/atom.xml", Category + "/atom.xml", "/the/cung-ngay/rss.xml" })
        {
            var read = XDocument.Parse(await room.App.CreateClient().GetStringAsync(new Uri("http://khcn.localhost" + feed)));
            var items = read.Descendants().Where(element => element.Name.LocalName is "item" or "entry").Select(item => item.Elements().First(element => element.Name.LocalName == "title").Value);
            Assert.Equal(titles, items.Where(titles.Contains));
        }
    }

    [Fact]
    public async Task Of_one_table_the_later_line_stands_first()
    {
        using var folder = new PortalFolder();
        var slugs = Enumerable.Range(1, 6).Select(number => $"cung-bang-{number}").ToList();
        foreach (var slug in slugs)
        {
            folder.Add("articles", $"{slug},{Newsroom.Department},published,2020-08-01,,Tin {slug},,Một đoạn.,,,");
        }

        Assert.Empty((await room.App.ImportAsync(folder.Folder)).Errors);

        Assert.Equal(Enumerable.Reverse(slugs).Select(slug => "/bai-viet/" + slug), await AddressesAsync("/luu-tru/2020-08"));
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(string list) =>
        [.. (await room.App.Visit().OpenAsync(list)).Page.QuerySelectorAll("main .ps-news a").Select(link => link.GetAttribute("href")!)];
}
