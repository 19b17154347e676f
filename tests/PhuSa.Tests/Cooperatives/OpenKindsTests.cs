using System.Net;
using System.Text.Json;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Cooperatives;

/// <summary>The open data keeps what its dictionary says: four kinds of organisation, asked for by kind, and cooperatives alone where nobody asks.</summary>
public sealed class OpenKindsTests : IAsyncLifetime
{
    private static readonly string[] All = ["htx-mot", "lien-hiep-mot", "quy-mot", "to-mot"];
    private readonly RegistryHouse _house = new();

    public async ValueTask InitializeAsync()
    {
        await _house.InitializeAsync();
        using var folder = ImportFolder.With(("cooperatives", """
            code,name,short_name,display_name,registration_number,founded,place_text,place,source,kind
            htx-mot,HTX Một Loại,,,,,,,,cooperative
            lien-hiep-mot,Liên hiệp HTX Một Loại,,,,,,,,cooperative-union
            to-mot,Tổ hợp tác Một Loại,,,,,,,,cooperative-group
            quy-mot,Quỹ tín dụng nhân dân Một Loại,,,,,,,,peoples-credit-fund

            """));
        Assert.Empty((await _house.App.ImportAsync(folder.Path)).Errors);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData("", "htx-mot")]
    [InlineData("&loai=hop-tac-xa", "htx-mot")]
    [InlineData("&loai=lien-hiep", "lien-hiep-mot")]
    [InlineData("&loai=to-hop-tac", "to-mot")]
    [InlineData("&loai=quy-tin-dung", "quy-mot")]
    [InlineData("&loai=tat-ca", "htx-mot lien-hiep-mot quy-mot to-mot")]
    public async Task Point_2_a_list_and_the_whole_files_are_of_the_kinds_asked_for(string kinds, string codes)
    {
        var visitor = _house.App.Visit();
        using var page = JsonDocument.Parse(await visitor.Http.GetStringAsync(new Uri($"/api/v1/cooperatives?q=mot+loai{kinds}", UriKind.Relative)));
        Assert.Equal(codes, Told(page));
        using var whole = JsonDocument.Parse(await visitor.Http.GetStringAsync(new Uri($"/du-lieu-mo/hop-tac-xa.json?{kinds}", UriKind.Relative)));
        Assert.Equal(codes, Told(whole));
        var csv = await visitor.Http.GetStringAsync(new Uri($"/du-lieu-mo/hop-tac-xa.csv?{kinds}", UriKind.Relative));
        Assert.Equal(codes, string.Join(' ', csv.Split('\n').Select(line => line.Split(',')[0]).Where(All.Contains).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("/api/v1/cooperatives?loai=ngan-hang")]
    [InlineData("/du-lieu-mo/hop-tac-xa.csv?loai=ngan-hang")]
    [InlineData("/du-lieu-mo/hop-tac-xa.json?loai=ngan-hang")]
    public async Task A_kind_that_is_not_there_is_told(string address)
    {
        using var answer = await _house.App.Visit().Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static string Told(JsonDocument page) => string.Join(' ', page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString()!).Where(All.Contains).Order(StringComparer.Ordinal));
}
