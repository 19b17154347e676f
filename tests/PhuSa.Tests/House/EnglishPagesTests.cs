using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using AngleSharp;
using AngleSharp.Dom;
using PhuSa.Host;
using PhuSa.Platform.Web;

namespace PhuSa.Tests.House;

/// <summary>
/// What an English page really prints, on every page that a reader reaches by links: Vietnamese is marked as such (WCAG 3.1.2), and the
/// product's own words are English. The test of the source sees only sentences that stand in it whole.
/// </summary>
public sealed class EnglishPagesTests(App app)
{
    private static readonly SearchValues<char> Vietnamese = SearchValues.Create(
        "ăâđêôơưĂÂĐÊÔƠƯ" + "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ" + "ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ");

    private const int MostPages = 500;

    private static readonly string[] Spoken = ["aria-label", "title", "alt", "placeholder", "data-th"];

    [Fact]
    public async Task An_English_page_has_Vietnamese_only_where_it_says_so()
    {
        var wrong = new List<string>();
        foreach (var (address, page) in await PagesAsync())
        {
            foreach (var (words, element) in Said(page).Where(said => said.Words.AsSpan().IndexOfAny(Vietnamese) >= 0 && LanguageOf(said.Element) != "vi"))
            {
                wrong.Add($"{address} <{element.LocalName}>: {words}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.DistinctBy(line => line[line.IndexOf('<', StringComparison.Ordinal)..])));
    }

    [Fact]
    public async Task English_words_of_the_product_are_never_marked_as_Vietnamese()
    {
        var english = HouseModules.All.Select(module => module.Assembly).Append(typeof(Texts).Assembly).Append(typeof(HouseModules).Assembly)
            .SelectMany(Sentences).ToHashSet(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var (address, page) in await PagesAsync())
        {
            foreach (var (words, element) in Said(page).Where(said => LanguageOf(said.Element) == "vi" && english.Contains(said.Words)))
            {
                wrong.Add($"{address} <{element.LocalName}>: {words}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_title_of_an_English_page_says_about_and_no_data_in_English()
    {
        foreach (var (address, page) in await PagesAsync())
        {
            var title = page.Title ?? "";
            Assert.False(title.Contains("khoảng", StringComparison.Ordinal) || title.Contains("chưa có dữ liệu", StringComparison.Ordinal), $"{address}: {title}");
        }
    }

    private static IEnumerable<(string Words, IElement Element)> Said(IDocument page)
    {
        foreach (var text in page.Body!.Descendants<IText>())
        {
            if (Folded(text.Data) is { Length: > 0 } words)
            {
                yield return (words, text.ParentElement!);
            }
        }

        foreach (var element in page.Body!.QuerySelectorAll("*"))
        {
            foreach (var words in Spoken.Select(element.GetAttribute).OfType<string>())
            {
                yield return (words, element);
            }
        }
    }

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? LanguageOf(IElement? element)
    {
        for (; element is not null; element = element.ParentElement)
        {
            if (element.GetAttribute("lang") is { } language)
            {
                return language;
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<(string Address, IDocument Page)>> PagesAsync()
    {
        var pages = new List<(string Address, IDocument Page)>();
        foreach (var site in (string[])["khcn.localhost", "lienminh.localhost"])
        {
            using var http = app.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri($"http://{site}/"), HandleCookies = false });
            http.DefaultRequestHeaders.Add("Cookie", "ngon-ngu=en");
            var seen = new HashSet<string>(StringComparer.Ordinal) { "/", "/khong-co-trang-nay", "/loi/500", "/ket-nap", "/khen-thuong" };
            var waiting = new Queue<string>(seen);
            while (waiting.TryDequeue(out var path))
            {
                Assert.True(seen.Count < MostPages, "The pages do not end.");
                var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
                if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                {
                    continue;
                }

                var html = await answer.Content.ReadAsStringAsync();
                var page = await BrowsingContext.New().OpenAsync(r => r.Content(html));
                pages.Add((site + path, page));
                foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(IsPage))
                {
                    if (seen.Add(link))
                    {
                        waiting.Enqueue(link);
                    }
                }
            }
        }

        Assert.True(pages.Count > 50, "The crawl found no pages.");
        return pages;
    }

    private static bool IsPage(string link) => !link.StartsWith("/api/", StringComparison.Ordinal) && !link.EndsWith(".csv", StringComparison.Ordinal) && !link.EndsWith(".docx", StringComparison.Ordinal);

    private static IEnumerable<string> Sentences(Assembly assembly)
    {
        ResourceSet? table;
        try
        {
            table = Texts.Table(assembly).GetResourceSet(CultureInfo.GetCultureInfo("en"), createIfNotExists: true, tryParents: false);
        }
        catch (MissingManifestResourceException)
        {
            yield break;
        }

        foreach (DictionaryEntry entry in table ?? (IEnumerable)Array.Empty<DictionaryEntry>())
        {
            if (entry is { Key: string vietnamese, Value: string english } && vietnamese != english)
            {
                yield return english;
            }
        }
    }
}
