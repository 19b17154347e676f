using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Papers;

/// <summary>Where a paper's page is, and where it was before legal documents had the address.</summary>
internal sealed class PaperAddress(AppDbContext db) : IFormerAddresses
{
    public const string List = "/so-van-ban";

    private const string Former = "/van-ban/";

    public static string Of(string code) => $"{List}/{code}";

    public async Task<string?> NowAsync(string path, CancellationToken cancellationToken) =>
        path.StartsWith(Former, StringComparison.OrdinalIgnoreCase) && path[Former.Length..] is var code && await PaperQueries.Public(db).AnyAsync(p => p.Code == code, cancellationToken)
            ? Of(code)
            : null;
}
