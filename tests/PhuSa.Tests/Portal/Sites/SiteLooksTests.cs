using System.Globalization;
using System.Text.RegularExpressions;
using ImageMagick;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Sites;
using PhuSa.Tests.Files;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Portal.Sites;

/// <summary>Colours among those tested, the logo, and the page in English.</summary>
public sealed partial class SiteLooksTests : IAsyncLifetime
{
    private const double ForText = 4.5;
    private const string Looks = "/quan-tri/trang/khcn/giao-dien";
    private const string Abroad = "/quan-tri/trang/khcn/tieng-anh";
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Only_a_tested_palette_can_be_chosen()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Looks);
        Assert.Equal(Enum.GetNames<SitePalette>(), officer.Page.QuerySelectorAll("[name='Input.Palette']").Select(i => i.GetAttribute("value")!));
        await officer.SubmitAsync("main form", ("Input.Palette", "#ffff00"));
        Assert.Equal(422, officer.Status);
        await officer.OpenAsync(Looks);
        await officer.SubmitAsync("main form", ("Input.Palette", "99"));
        Assert.Equal(422, officer.Status);

        await officer.OpenAsync(Looks);
        await officer.SubmitAsync("main form", ("Input.Palette", "Silt"), ("Do", "xem"));
        Assert.Equal("silt", officer.Page.DocumentElement.GetAttribute("data-site"));
        Assert.Equal("department", (await _app.Visit().OpenAsync("/")).Page.DocumentElement.GetAttribute("data-site"));

        await officer.OpenAsync(Looks);
        await officer.SubmitAsync("main form", ("Input.Palette", "Silt"));
        Assert.Equal(302, officer.Status);
        var page = (await _app.Visit().OpenAsync("/")).Page;
        Assert.Equal("silt", page.DocumentElement.GetAttribute("data-site"));
        Assert.Contains("GovernmentOrganization", page.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void White_text_on_every_palette_meets_the_contrast_of_WCAG_AA()
    {
        var tokens = Token.Matches(File.ReadAllText(App.Repository("src/PhuSa.Host/Assets/_tokens.scss"))).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);
        var sheet = File.ReadAllText(App.Repository("src/PhuSa.Host/Assets/_foundation.scss"));
        foreach (var palette in Enum.GetValues<SitePalette>())
        {
            var block = palette == SitePalette.River ? ":root {" : $"[data-site=\"{SitePalettes.Of(palette)}\"] {{";
            var name = Regex.Match(sheet[sheet.IndexOf(block, StringComparison.Ordinal)..], @"--site: #\{\$([a-z-]+)\}").Groups[1].Value;

            Assert.True(Contrast("#ffffff", tokens[name]) >= ForText, $"{palette}: white on {name}");
            Assert.True(Contrast("#dfe8e2", tokens[name]) >= ForText, $"{palette}: the parent's name on {name}");
            Assert.True(Contrast(tokens["silt-bright"], tokens[name]) >= 3, $"{palette}: the mark of the current page on {name}");
        }
    }

    [Fact]
    public async Task A_logo_needs_words_is_shown_to_everybody_and_goes_again()
    {
        var picture = Samples.Picture(MagickFormat.Png);
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Looks);
        await officer.UploadAsync("main form", "Input.File", picture, "logo.png");
        Assert.Equal(422, officer.Status);
        Assert.Contains("Nhập lời thay cho biểu trưng", officer.Text, StringComparison.Ordinal);

        await SendAsync(officer, picture, "xem");
        Assert.StartsWith("data:image/png;base64,", officer.Page.QuerySelector(".ps-org img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Null((await _app.Visit().OpenAsync("/")).Page.QuerySelector(".ps-org img"));

        await officer.OpenAsync(Looks);
        await SendAsync(officer, picture, "luu");
        Assert.Equal(302, officer.Status);
        var reader = await _app.Visit().OpenAsync("/");
        var logo = reader.Page.QuerySelector(".ps-org img")!;
        Assert.Equal("Biểu trưng thử", logo.GetAttribute("alt"));
        Assert.Equal(200, (await reader.OpenAsync(logo.GetAttribute("src")!)).Status);

        await officer.OpenAsync(Looks);
        await officer.SubmitAsync("main form", ("Input.Remove", "true"), ("Input.Alt", ""));
        Assert.Equal(302, officer.Status);
        Assert.Null((await _app.Visit().OpenAsync("/")).Page.QuerySelector(".ps-org img"));
        Assert.Equal(404, (await _app.Visit().OpenAsync(logo.GetAttribute("src")!)).Status);
    }

    [Fact]
    public async Task A_logo_is_a_small_picture()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Looks);

        await SendAsync(officer, "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "xem");
        Assert.Equal(422, officer.Status);
        await officer.OpenAsync(Looks);
        await SendAsync(officer, [.. Samples.Picture(MagickFormat.Png), .. new byte[101 * 1024]], "luu");
        Assert.Equal(422, officer.Status);
    }

    [Fact]
    public async Task The_page_in_English_is_there_while_the_site_has_an_English_name()
    {
        var officer = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(Abroad);
        await officer.SubmitAsync("main form", ("Input.Name", "Department of Tests"), ("Input.Summary", "What it does.\r\nFor whom."));
        Assert.Equal(302, officer.Status);

        var visitor = await _app.Visit().OpenAsync("/su-kien");
        Assert.Equal("en", visitor.Page.QuerySelector(".ps-footer a[href='/en']")!.GetAttribute("lang"));
        await visitor.OpenAsync("/en");
        Assert.Equal(200, visitor.Status);
        Assert.Equal("en", visitor.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Department of Tests", visitor.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["What it does.", "For whom."], visitor.Page.QuerySelectorAll("main .ps-measure > p[lang=en]").Select(p => p.TextContent));
        Assert.Contains("Most other pages are in Vietnamese", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("main a[href='/hop-tac-xa']"));
        Assert.Contains("/en</", await visitor.Http.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal("vi", (await _app.Visit().OpenAsync("/")).Page.DocumentElement.GetAttribute("lang"));

        await officer.OpenAsync(Abroad);
        await officer.SubmitAsync("main form", ("Input.Name", ""));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync("main form", ("Input.Summary", ""));
        Assert.Equal(302, officer.Status);
        Assert.Equal(404, (await visitor.OpenAsync("/en")).Status);
        Assert.Null((await visitor.OpenAsync("/su-kien")).Page.QuerySelector(".ps-footer a[href='/en']"));
    }

    /// <summary>The form with a file and the words; the button is one of its own.</summary>
    private static async Task SendAsync(Visitor officer, byte[] picture, string press)
    {
        var form = officer.Page.QuerySelector("main form")!;
        form.Insert(AngleSharp.Dom.AdjacentPosition.BeforeEnd, $"<input type='hidden' name='Do' value='{press}'><input type='hidden' name='Input.Palette' value='River'>");
        var words = (AngleSharp.Html.Dom.IHtmlInputElement)form.QuerySelector("[name='Input.Alt']")!;
        words.Type = "hidden";
        words.Value = "Biểu trưng thử";
        await officer.UploadAsync("main form", "Input.File", picture, "logo.png", "image/png");
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>WCAG 2.2, relative luminance.</summary>
    private static double Luminance(string colour)
    {
        var parts = new[] { 1, 3, 5 }.Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToList();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@"^\$([a-z-]+): (#[0-9a-f]{6});", RegexOptions.Multiline)]
    private static partial Regex Token { get; }
}
