using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Web;

namespace PhuSa.Tests.Portal;

/// <summary>The product with a review “thu” of four figures and one publication beside whatever the modules bring.</summary>
public sealed class PortalApp : App
{
    public const string Review = "thu";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<IReviewFigures, ReviewOfTests>();
            services.AddSingleton<IPublications, PublicationsOfTests>();
        });
    }

    internal static Dictionary<string, FigureLink> Links() => new(StringComparer.Ordinal)
    {
        ["a.granted"] = new("a.granted", "Đã trao", "computed", "06", "hợp tác xã", "/bao-cao/thu/so-lieu/a.granted", null),
        ["a.first"] = new("a.first", "Đợt đầu", "hand", "08", "đơn vị", "/bao-cao/thu/so-lieu/a.first", null),
        ["a.guests"] = new("a.guests", "Khách", "about", "khoảng 50", "người", "/bao-cao/thu/so-lieu/a.guests", null),
        ["a.drift"] = new("a.drift", "Đã đổi", "drifted", "06", "hợp tác xã", "/bao-cao/thu/so-lieu/a.drift", "07"),
        ["a.missing"] = new("a.missing", "Không biết", "unknown", "chưa có dữ liệu", "", "/bao-cao/thu/so-lieu/a.missing", null),
    };

    private sealed class ReviewOfTests : IReviewFigures
    {
        public Task<IReadOnlyDictionary<string, FigureLink>?> LinksAsync(string reviewSlug, IReadOnlySet<string> codes, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, FigureLink>?>(reviewSlug == Review ? Links().Where(link => codes.Contains(link.Key)).ToDictionary(StringComparer.Ordinal) : null);
    }

    private sealed class PublicationsOfTests : IPublications
    {
        public Task<IReadOnlyList<Publication>> AllAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Publication>>(
        [
            new("/bao-cao/thu", "khcn", "Báo cáo thử", null, new DateOnly(2099, 1, 1), "hoat-dong-khoa-hoc-cong-nghe"),
            new("/bao-cao/khac", "lienminh", "Báo cáo của trang khác", null, null, "hoat-dong-lien-minh"),
        ]);
    }
}

/// <summary>A copy of the portal's sample tables that a test may write into.</summary>
internal sealed class PortalFolder : IDisposable
{
    private static readonly string[] Tables = ["organisations", "sites", "site-links", "categories", "articles", "home-figures"];

    public PortalFolder()
    {
        Directory.CreateDirectory(Folder);
        foreach (var table in Tables)
        {
            File.Copy(Path.Combine(App.Samples, table + ".csv"), Of(table));
        }
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"phusa_portal_{Guid.CreateVersion7():N}");

    public string Of(string table) => Path.Combine(Folder, table + ".csv");

    public PortalFolder Add(string table, string row)
    {
        File.AppendAllText(Of(table), row + "\n");
        return this;
    }

    public PortalFolder Replace(string table, string from, string to)
    {
        var text = File.ReadAllText(Of(table));
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(Of(table), text.Replace(from, to, StringComparison.Ordinal));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
