using System.Text.Json;
using PhuSa.Cooperatives.Directory;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Maps;

namespace PhuSa.Tests.Cooperatives;

/// <summary>The directory as a map: what is drawn, what programs get, and what the policy lets in.</summary>
public sealed class MapTests(DirectoryHouse house) : IClassFixture<DirectoryHouse>
{
    private const string Address = "/hop-tac-xa/ban-do";
    private const string Points = "/du-lieu-mo/hop-tac-xa.geojson";

    [Fact]
    public async Task Only_points_that_were_agreed_to_are_on_the_map_and_in_its_data()
    {
        var page = await house.App.Visit(DirectoryHouse.Site).OpenAsync(Address);
        using var data = JsonDocument.Parse(await TextAsync(Points));

        Assert.Contains("1 hợp tác xã có vị trí công khai", page.Text, StringComparison.Ordinal);
        Assert.Contains("trên 5 hợp tác xã khớp", page.Text, StringComparison.Ordinal);
        Assert.Equal(["HTX Ân Tình"], page.Page.QuerySelectorAll("main .ps-coops h2").Select(heading => heading.TextContent.Trim()));
        var feature = Assert.Single(data.RootElement.GetProperty("features").EnumerateArray());
        Assert.Equal((105.25m, 10.5m), (feature.GetProperty("geometry").GetProperty("coordinates")[0].GetDecimal(), feature.GetProperty("geometry").GetProperty("coordinates")[1].GetDecimal()));
        Assert.Equal(("htx-an", "HTX Ân Tình"), (feature.GetProperty("properties").GetProperty("code").GetString(), feature.GetProperty("properties").GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("xa=10001", 1)]
    [InlineData("xa=10002", 0)]
    [InlineData("linh-vuc=nong-nghiep", 1)]
    [InlineData("san-pham=nuoc", 0)]
    [InlineData("htx=htx-an", 1)]
    [InlineData("htx=htx-ba", 0)]
    public async Task The_filters_of_the_directory_apply_to_the_map_and_to_its_data(string query, int found)
    {
        var page = await house.App.Visit(DirectoryHouse.Site).OpenAsync($"{Address}?{query}");
        using var data = JsonDocument.Parse(await TextAsync($"{Points}?{query}"));

        Assert.Equal((200, found, found), (page.Status, page.Page.QuerySelectorAll("main .ps-coops h2").Length, data.RootElement.GetProperty("features").GetArrayLength()));
        Assert.Equal(found == 0, page.Page.QuerySelector("main .ps-empty") is not null);
    }

    [Fact]
    public async Task Without_a_source_there_is_the_drawing_alone_and_nothing_is_let_in()
    {
        var page = await house.App.Visit(DirectoryHouse.Site).OpenAsync(Address);

        Assert.NotNull(page.Page.QuerySelector("main svg[role=img] path[stroke-linecap=round]"));
        Assert.Null(page.Page.QuerySelector("script[type=module]"));
        Assert.Null(page.Page.QuerySelector("button[type=button]"));
        Assert.DoesNotContain("worker-src", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(404, (await house.App.Visit(DirectoryHouse.Site).OpenAsync("/hop-tac-xa/ban-do/nen.mjs")).Status);
    }

    [Fact]
    public async Task With_a_source_its_host_alone_is_let_in_and_on_this_page_alone()
    {
        await using var own = await App.StartAsync(prepare: app =>
        {
            app.Settings["Map:Tiles"] = "https://tiles.vi-du.vn/{z}/{x}/{y}.png";
            app.Settings["Map:Attribution"] = "Nguồn <thử>";
            app.Settings["Map:AttributionUrl"] = "javascript:alert(1)";
            app.Settings["Map:Hosts:0"] = "https://fonts.vi-du.vn/khac";
            app.Settings["Map:Hosts:1"] = "không phải địa chỉ; script-src *";
        });
        await DirectoryHouse.ShowPointAsync(own, "htx-long-binh", 10.5m, 105.25m);

        var page = await own.Visit(DirectoryHouse.Site).OpenAsync(Address);
        var policy = page.Response.Headers.GetValues("Content-Security-Policy").Single();
        var again = await own.Visit(DirectoryHouse.Site).OpenAsync(Address);
        var list = await own.Visit(DirectoryHouse.Site).OpenAsync("/hop-tac-xa");

        Assert.Contains("img-src 'self' data: https://tiles.vi-du.vn https://fonts.vi-du.vn;", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self' https://tiles.vi-du.vn https://fonts.vi-du.vn; worker-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("blob:", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal(policy, again.Response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain("tiles.vi-du.vn", list.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("tải thêm từ tiles.vi-du.vn", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nguồn <thử>", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("main a[href^=javascript]"));
        Assert.StartsWith("import \"/assets/maplibre-worker.", await TextAsync("/hop-tac-xa/ban-do/nen.mjs", own), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_leads_to_its_point_where_it_is_shown_and_tells_it_to_programs()
    {
        var shown = await house.App.Visit(DirectoryHouse.Site).OpenAsync("/hop-tac-xa/htx-an");
        var hidden = await house.App.Visit(DirectoryHouse.Site).OpenAsync("/hop-tac-xa/htx-ba");

        Assert.Equal($"{Address}?htx=htx-an", shown.Page.QuerySelectorAll("main aside a").Single(link => link.TextContent == "Xem trên bản đồ").GetAttribute("href"));
        using var data = JsonDocument.Parse(shown.Page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal(10.5m, data.RootElement.GetProperty("location").GetProperty("geo").GetProperty("latitude").GetDecimal());
        Assert.DoesNotContain("10.6", hidden.Page.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Xem trên bản đồ", hidden.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_are_drawn_north_above_and_east_to_the_right_and_all_of_them_inside()
    {
        var sketch = new PointSketch([At(10.2m, 105.0m), At(10.7m, 105.6m), At(10.7m, 105.6m)], []);

        var dots = sketch.Dots.Split('M', StringSplitOptions.RemoveEmptyEntries).Select(dot => dot[..^2].Split(' ')).Select(dot => (X: int.Parse(dot[0], System.Globalization.CultureInfo.InvariantCulture), Y: int.Parse(dot[1], System.Globalization.CultureInfo.InvariantCulture))).ToList();
        Assert.Equal(2, dots.Count);
        Assert.True(dots[0].X < dots[1].X && dots[0].Y > dots[1].Y);
        Assert.All(dots, dot => Assert.True(dot.X is > 0 and < PointSketch.Width && dot.Y > 0 && dot.Y < sketch.Height));
        Assert.InRange(sketch.Meridians.Count, 1, 7);
        Assert.All(sketch.Parallels, line => Assert.InRange(line.At, 0, sketch.Height));
    }

    [Fact]
    public void One_point_alone_has_land_around_it_and_points_all_over_the_world_make_no_heavy_page()
    {
        var one = new PointSketch([At(10.5m, 105.25m)], []);
        Assert.True(one.Meridians.Count > 0 && one.Parallels.Count > 0);

        var random = new Random(7);
        var many = new PointSketch([.. Enumerable.Range(0, 35_000).Select(_ => At((decimal)((random.NextDouble() * 180) - 90), (decimal)((random.NextDouble() * 360) - 180)))], []);
        Assert.InRange(many.Dots.Length, 1, 250_000);
    }

    [Fact]
    public async Task The_drawing_names_the_communes_in_which_its_points_surely_are()
    {
        var page = await house.App.Visit(DirectoryHouse.Site).OpenAsync(Address);

        Assert.Equal(["Xã Ánh Dương"], page.Page.QuerySelectorAll("main svg text[y]").Select(text => text.TextContent).Where(words => words.StartsWith("Xã", StringComparison.Ordinal)));
    }

    [Fact]
    public void Names_on_the_drawing_stay_inside_do_not_run_into_each_other_and_those_of_most_points_come_first()
    {
        var sketch = new PointSketch([At(10.2m, 105.0m), At(10.7m, 105.6m)], [new("Xã Một", 10.2m, 105.0m, 1), new("Xã Hai", 10.7m, 105.6m, 1), new("Xã Đông điểm", 10.2m, 105.001m, 9), new(new string('x', 200), 10.4m, 105.3m, 2)]);

        Assert.Equal(["Xã Đông điểm", "Xã Hai"], sketch.Names.Select(name => name.Words));
        Assert.All(sketch.Names, name => Assert.True(name.X is > 0 and < PointSketch.Width && name.Y > 0 && name.Y < sketch.Height));
    }

    private static MapPoint At(decimal north, decimal east) => new(Guid.Empty, "x", "X", "/x", north, east);

    private async Task<string> TextAsync(string path, App? product = null) =>
        await (await (product ?? house.App).Visit(DirectoryHouse.Site).Http.GetAsync(new Uri(path, UriKind.Relative))).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
}
