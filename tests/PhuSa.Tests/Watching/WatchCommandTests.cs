using PhuSa.Tests.CommandLine;
using PhuSa.Tests.Import;

namespace PhuSa.Tests.Watching;

/// <summary><c>phusa watch</c> as a process of its own, as cron runs it on another machine.</summary>
public sealed class WatchCommandTests(WatchedHouse house) : IClassFixture<WatchedHouse>, IDisposable
{
    private const string Article = "/bai-viet/hoi-nghi-so-ket-6-thang-2020";
    private readonly string _state = Path.Combine(Path.GetTempPath(), $"phusa_watch_{Guid.CreateVersion7():N}");

    public void Dispose()
    {
        house.Proxy.Tamper = null;
        if (Directory.Exists(_state))
        {
            Directory.Delete(_state, recursive: true);
        }
    }

    [Fact]
    public async Task It_ends_with_0_where_all_is_as_published_and_needs_no_data_folder()
    {
        await using var other = await ProcessHouse.CreateAsync();

        var (code, output, error) = await other.RunAloneAsync("watch", Site, "--state", _state, "--per-second", "500");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("đúng như đã đăng", output, StringComparison.Ordinal);
        Assert.Contains("đã tin khoá mà trang đưa ra", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(other.Data));
        var again = await other.RunAsync("watch", Site, "--state", _state, "--per-second", "500");
        Assert.Equal(0, again.Code);
        Assert.DoesNotContain("đã tin khoá", again.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_1_at_an_alarm_and_says_it_in_json_too()
    {
        house.Proxy.Tamper = (request, passing) => request.Path == Article ? passing.Replacing("</main>", "<a href=\"https://nha-cai.example/\">x</a></main>") : passing;
        await using var other = await ProcessHouse.CreateAsync();

        // Each looks again after a while before it gives alarm.
        var told = other.RunAsync("watch", Site, "--per-second", "500");
        var json = await other.RunAsync("watch", Site, "--per-second", "500", "--json");
        var (code, _, error) = await told;

        Assert.Equal(1, code);
        Assert.Contains("có liên kết lạ đến nha-cai.example", error, StringComparison.Ordinal);
        Assert.Equal(1, json.Code);
        Assert.Contains(System.Text.Json.JsonDocument.Parse(json.Out).RootElement.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("kind").GetString() == "PageDiffers");
    }

    [Fact]
    public async Task It_ends_with_2_where_it_could_not_look()
    {
        await using var other = await ProcessHouse.CreateAsync();
        using var folder = new ImportFolder().With("khoa.pem", "không phải khoá");

        var unreachable = await other.RunAsync("watch", "http://127.0.0.1:9", "--timeout", "5");
        var noKey = await other.RunAsync("watch", Site, "--key", Path.Combine(folder.Path, "khoa.pem"));
        var noAddress = await other.RunAsync("watch", "trang-cua-so");

        Assert.Equal((2, 2, 2), (unreachable.Code, noKey.Code, noAddress.Code));
        Assert.Contains("không có khoá công khai nào", noKey.Error, StringComparison.Ordinal);
        Assert.Contains("không phải là địa chỉ trang", noAddress.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_key_is_given_out_and_a_new_one_is_made()
    {
        await using var other = await ProcessHouse.CreateAsync();
        await other.RunAsync("migrate");
        Assert.Equal(1, (await other.RunAsync("watch", "key")).Code);
        using var folder = new Portal.PortalFolder();
        Assert.Equal(0, (await other.RunAsync("import", folder.Folder)).Code);

        var first = await other.RunAsync("watch", "key");
        var second = await other.RunAsync("watch", "key", "--new");

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.StartsWith("-----BEGIN PUBLIC KEY-----", first.Out, StringComparison.Ordinal);
        Assert.NotEqual(first.Out, second.Out);
        Assert.Equal(second.Out, (await other.RunAsync("watch", "key")).Out);
    }

    private string Site => house.Proxy.Address.AbsoluteUri;
}
