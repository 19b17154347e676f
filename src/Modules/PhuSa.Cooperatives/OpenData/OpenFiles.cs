using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PhuSa.Cooperatives.Directory;
using PhuSa.Documents.Sheets;
using PhuSa.Platform.Data;
using PhuSa.Platform.Maps;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.OpenData;

internal enum OpenFormat
{
    Csv,
    Json,
    GeoJson,
}

/// <summary>The whole register in one file.</summary>
/// <param name="Packed">gzip.</param>
internal sealed record OpenFile(byte[] Packed, string Tag, DateTimeOffset MadeAt);

/// <summary>Whole files, as long as no record changes: many programs fetch the same one.</summary>
internal sealed class KeptOpenFiles(IContentWatch watch, TimeProvider clock)
{
    /// <summary>Two formats for each choice of kinds and one of points, for each address that the sites are reached at.</summary>
    private const int Most = 44;

    public KeptByContent<(OpenFormat Format, string Kinds, string Site), OpenFile> Files { get; } = new(watch, clock, Most);
}

/// <summary>Makes the files of the open data.</summary>
internal sealed class OpenFiles(OpenRegister register, CooperativeDirectory directory, KeptOpenFiles kept, ISites sites, TimeProvider clock)
{
    public async Task<OpenFile> OfAsync(OpenFormat format, OpenKinds kinds, HttpContext context, CancellationToken cancellationToken)
    {
        var site = (await sites.OfAsync(context, cancellationToken)).Address;
        return await kept.Files.OfAsync((format, kinds.Word, site), () => MakeAsync(format, kinds, site, cancellationToken));
    }

    private Task<OpenFile> MakeAsync(OpenFormat format, OpenKinds kinds, string site, CancellationToken cancellationToken) =>
        format == OpenFormat.GeoJson ? PointsAsync(site, cancellationToken) : RegisterAsync(format, kinds, site, cancellationToken);

    private async Task<OpenFile> PointsAsync(string site, CancellationToken cancellationToken)
    {
        var content = PointMap.Written((await directory.PointsAsync(DirectoryFilter.None, cancellationToken)).Select(point => point.OnMap), site);
        using var file = new MemoryStream();
        await using (var packed = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
        {
            await packed.WriteAsync(content, cancellationToken);
        }

        return new OpenFile(file.ToArray(), Convert.ToHexStringLower(SHA256.HashData(content))[..16], clock.GetUtcNow());
    }

    private async Task<OpenFile> RegisterAsync(OpenFormat format, OpenKinds kinds, string site, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (total, items) = await register.PageAsync(DirectoryFilter.None, kinds, skip: 0, take: null, site, cancellationToken);
        using var file = new MemoryStream();
        await using (var packed = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
        {
            if (format == OpenFormat.Json)
            {
                await JsonSerializer.SerializeAsync(packed, new OpenPage(total, Page: 1, items.Count, now.UtcDateTime, register.Licence, site + CooperativeApi.Page, items), PageJson.Options, cancellationToken);
            }
            else
            {
                // Excel takes UTF-8 for what it is only with the mark at the beginning.
                await using var writer = new StreamWriter(packed, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
                CsvExport.Write(writer, OpenColumns.All.Select(column => column.Name).ToList(), items.Select(item => (IReadOnlyList<SheetCell>)[.. OpenColumns.All.Select(column => column.Value(item))]));
            }
        }

        // Without the time it was made, two files of the same records are the same.
        var tag = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(items, PageJson.Options)))[..16];
        return new OpenFile(file.ToArray(), tag, now);
    }
}
