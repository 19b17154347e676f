using System.Text;
using AngleSharp.Html.Dom;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.Kinds;

/// <summary>Whatever is typed into the form of a kind is taken or refused with a sentence; readers' pages bear whatever was taken.</summary>
public sealed class HostileFormsTests(Newsroom room) : IClassFixture<Newsroom>
{
    public static TheoryData<string> Kinds => ["tin-bai", "trang", "danh-ba", "thu-tuc", "van-ban"];

    public static TheoryData<string, string> KindsAndWords
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var kind in (string[])["tin-bai", "trang", "danh-ba", "thu-tuc", "van-ban"])
            {
                foreach (var word in (string[])["empty", "blanks", "long", "script", "decomposed", "formula", "lines", "astral", "template"])
                {
                    data.Add(kind, word);
                }
            }

            return data;
        }
    }

    private static Dictionary<string, string> Words { get; } = new(StringComparer.Ordinal)
    {
        ["empty"] = "",
        ["blanks"] = " \u00A0\u200B\t ",
        ["long"] = new string('x', 6000),
        ["script"] = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'>",
        ["decomposed"] = "Ho\u0300a Bi\u0300nh quye\u0302\u0301t d\u0323i\u0323nh".Normalize(NormalizationForm.FormD),
        ["formula"] = "=HYPERLINK(\"http://x\")",
        ["lines"] = "một\r\nhai\u2028ba\u0085bốn\u0001",
        ["astral"] = "𝕏 😀 \uFFFE \uFFFF",
        ["template"] = "{{7*7}} @Model ${7} %s \\u0000",
    };

    [Theory, MemberData(nameof(KindsAndWords))]
    public async Task Words_of_every_sort_are_taken_or_refused(string kind, string word)
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        await writer.OpenAsync($"/quan-tri/bai-viet/moi?loai={kind}");
        Assert.Equal(200, writer.Status);
        var fields = Fields(writer, (name, type) => type is not ("date" or "checkbox" or "radio" or "hidden" or "number" or "select")).Select(name => (name, Words[word])).ToList();

        await writer.SubmitAsync(Writing.Form, [.. fields, ("Input.Home", (await room.CategoryAsync(Newsroom.Department)).ToString())]);

        Assert.Contains(writer.Status, (int[])[302, 422]);
        Assert.Empty(writer.Page.QuerySelectorAll("main [onerror]"));
        if (writer.Status == 302)
        {
            await ShownAsync(writer, Guid.Parse(writer.Redirect!.OriginalString.Split('/')[^1]));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Days_and_numbers_of_every_sort_are_taken_or_refused_and_shown(string kind)
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var at = 0;
        foreach (var value in (string[])["0001-01-01", "1582-10-10", "1969-12-31", "9999-12-31", "10000-01-01", "2020-02-30", "31/12/9999", "-1", "99999999999", "1e9", "٣", "NaN", "<b>"])
        {
            await writer.OpenAsync($"/quan-tri/bai-viet/moi?loai={kind}");
            foreach (var field in Fields(writer, (_, type) => type is "date" or "number"))
            {
                await writer.OpenAsync($"/quan-tri/bai-viet/moi?loai={kind}");
                await writer.SubmitAsync(Writing.Form, ("Input.Title", $"Ngày lạ {kind} {at++}"), ("Input.Body", "Chữ."), ("Input.Home", (await room.CategoryAsync(Newsroom.Department)).ToString()), (field, value));
                Assert.True(writer.Status is 302 or 422, $"{field} = {value}: {writer.Status}");
                if (writer.Status == 302)
                {
                    await ShownAsync(writer, Guid.Parse(writer.Redirect!.OriginalString.Split('/')[^1]));
                }
            }
        }

        foreach (var list in (string[])["/van-ban", "/van-ban/danh-sach.csv", "/thu-tuc", "/gioi-thieu", "/rss.xml", "/atom.xml", "/sitemap.xml", "/luu-tru", "/so-do-trang", "/"])
        {
            Assert.True((await room.App.Visit().OpenAsync(list)).Status == 200, list);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task More_than_a_form_holds_is_refused_and_no_error(string kind)
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        var home = (await room.CategoryAsync(Newsroom.Department)).ToString();
        var token = (await writer.OpenAsync($"/quan-tri/bai-viet/moi?loai={kind}")).Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        List<IReadOnlyList<(string Name, string Value)>> tries =
        [
            Enumerable.Range(0, 1100).Select(i => ($"Input.Directory.Units[{i}].Order", "1")).ToList(),
            Enumerable.Range(0, 1100).Select(i => ($"Input.Procedure.Papers[{i}].Copies", "1")).ToList(),
            Enumerable.Range(0, 990).Select(i => ("Input.Directory.Units[0].Officials[" + i + "].Name", "x")).ToList(),
            Enumerable.Range(0, 900).Select(_ => ("Input.Others", home)).ToList(),
            [("Input.Body", new string('x', 10 * 1024 * 1024))],
            [("Input.Title", new string('x', 10 * 1024 * 1024))],
            [("Input.Directory.Units[99999999].Name", "x"), ("Input.Directory.Units[-1].Name", "x"), ("Input.Directory.Units.index", "a")],
            [("Input.Images[0].FileId", "khong"), ("Input.Images[0].Use", "có"), ("Input.Lead", "x"), ("Input.Others", "x"), ("Input.From", "x"), ("Input.Minor", "?")],
        ];
        foreach (var fields in tries)
        {
            await writer.PostAsync($"/quan-tri/bai-viet/moi?loai={kind}", [("__RequestVerificationToken", token), ("Input.Home", home), ("Input.Body", "Chữ"), .. fields]);

            Assert.True(writer.Status is >= 300 and < 500, $"{fields[0].Name}: {writer.Status}");
        }
    }

    private async Task ShownAsync(Visitor writer, Guid id)
    {
        foreach (var page in (string[])["", "/xem-truoc", "/sua"])
        {
            await writer.OpenAsync($"/quan-tri/bai-viet/{id}{page}");
            Assert.True(writer.Status == 200, $"{page}: {writer.Status}");
            Assert.Empty(writer.Page.QuerySelectorAll("main [onerror]"));
        }

        await room.MoveAsync(writer, id, "gui-bien-tap");
        if (writer.Status != 302)
        {
            Assert.Contains(writer.Status, (int[])[409, 422]);
            return;
        }

        var reviewer = await room.SignedInAsync(Role.DepartmentPublisher);
        await room.DoneAsync(reviewer, id, "bien-tap-xong");
        await room.DoneAsync(writer, id, "trinh-duyet");
        var article = await room.ArticleAsync(id);
        var leader = await room.MoveAsync(await room.SignedInAsync(Role.DepartmentLeader), id, "duyet-dang");
        if (leader.Status == 422)
        {
            // Its last day is over: it is not approved into being gone.
            Assert.Contains("Hiện đến hết ngày", leader.Text, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(302, leader.Status);
        foreach (var form in (string[])["", "?in=1"])
        {
            var reader = await room.App.Visit().OpenAsync(article.Address + form);
            Assert.True(reader.Status == 200, $"{article.Address}{form}: {reader.Status}");
            Assert.Empty(reader.Page.QuerySelectorAll("main [onerror]"));
            Assert.All(reader.Page.QuerySelectorAll("script:not([src])"), script => Assert.Equal("application/ld+json", script.GetAttribute("type")));
        }
    }

    private static List<string> Fields(Visitor visitor, Func<string, string, bool> isMeant)
    {
        var form = (IHtmlFormElement)visitor.Page.QuerySelector(Writing.Form)!;
        return
        [
            .. form.Elements.OfType<IHtmlInputElement>().Select(input => (input.Name, Type: input.Type))
                .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(area => (area.Name, Type: "text")))
                .Where(field => field.Name?.StartsWith("Input.", StringComparison.Ordinal) is true && isMeant(field.Name, field.Type))
                .Select(field => field.Name!)
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
