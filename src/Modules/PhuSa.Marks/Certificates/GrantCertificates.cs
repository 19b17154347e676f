using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Documents.Certificates;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Marks.Statements;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Certificates;

/// <summary>A certificate as a file.</summary>
internal sealed record CertificateFile(string Name, byte[] Bytes);

/// <summary>Certificates of rights, made from the record at each asking: what the record does not say is an open place to be filled in by hand.</summary>
internal sealed class GrantCertificates(AppDbContext db, IOrganisations organisations, ICooperatives cooperatives, IFiles files, IAgencyPapers papers, ISites sites, StatementKeys keys, IWebHostEnvironment environment, TimeProvider clock)
{
    /// <summary>So many in one file to take away.</summary>
    public const int Most = 500;

    /// <summary>Pixels of a sample: some 300 to the inch where it is drawn.</summary>
    private const int SampleSide = 430;
    private const int LongestWords = 240;

    /// <summary>Only a right that may be used, or will be, gets a certificate to be signed.</summary>
    public bool MayBeDrawn(MarkGrant grant) => StatementClaims.Fits(GrantStanding.On(VietnamTime.Today(clock), grant.Status, grant.ExpiresOn, grant.GivenOn.From).State);

    /// <summary>Drawn as they are taken: a batch of hundreds is never held as a whole.</summary>
    /// <returns>One file for each of the rights that is on record and may be used.</returns>
    public async IAsyncEnumerable<CertificateFile> OfAsync(IReadOnlyCollection<Guid> grantIds, HttpContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = grantIds.ToArray();
        var grants = await db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => EF.Parameter(ids).Contains(g.Id)).OrderBy(g => g.Code).ToListAsync(cancellationToken);
        grants.RemoveAll(grant => !MayBeDrawn(grant));
        var markIds = grants.Select(g => g.MarkId).Distinct().ToArray();
        var marks = await db.Set<CertificationMark>().AsNoTracking().Where(m => EF.Parameter(markIds).Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
        var regulations = (await db.Set<MarkRegulation>().AsNoTracking().Where(r => EF.Parameter(markIds).Contains(r.MarkId)).ToListAsync(cancellationToken)).ToLookup(r => r.MarkId);
        var known = new Known(
            await organisations.OfAsync(grants.Select(g => g.HolderId).Concat(marks.Values.Select(m => m.OwnerId).OfType<Guid>()), cancellationToken),
            await cooperatives.IdentitiesAsync(grants.Select(g => g.HolderId), cancellationToken),
            await papers.OfAsync(grants.Select(g => g.TermPaperId).Concat(regulations.SelectMany(versions => versions.Select(version => version.PaperId))).OfType<Guid>().Distinct(), cancellationToken),
            await SamplesAsync(marks.Values, cancellationToken));
        var frame = await sites.OfThemeAsync(SiteThemes.Department, context, cancellationToken);
        var (site, now) = (new Uri(frame.Address), clock.GetUtcNow().UtcDateTime);
        using var signer = grants.Count == 0 ? null : await keys.SignerAsync(cancellationToken);
        foreach (var grant in grants)
        {
            var mark = marks[grant.MarkId];
            var claims = StatementClaims.Of(grant, mark.Name, known.Named[grant.HolderId].Name, batch: null, site, now);
            var address = claims is null ? null : signer?.Address(site, claims);
            yield return new CertificateFile($"{grant.Code}.pdf", CertificatePdf.Of([Sheet(grant, mark, regulations[grant.MarkId], known, frame.Address, address)], now, name => Read(environment, name)));
        }
    }

    /// <returns>For each mark that has one: its first sample.</returns>
    private async Task<Dictionary<Guid, byte[]>> SamplesAsync(IEnumerable<CertificationMark> marks, CancellationToken cancellationToken)
    {
        var samples = new Dictionary<Guid, byte[]>();
        foreach (var mark in marks)
        {
            if (await files.SamplesAsync(mark, cancellationToken) is [var first, ..] && await files.FindAsync(first.Id, cancellationToken) is { } file && await files.PrintAsync(file, SampleSide, cancellationToken) is { } picture)
            {
                samples[mark.Id] = picture;
            }
        }

        return samples;
    }

    private static byte[] Read(IWebHostEnvironment environment, string name)
    {
        using var stream = environment.WebRootFileProvider.GetFileInfo($"assets/{name}").CreateReadStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>A zone may list every commune: the certificate has its beginning, the regulation all of it.</summary>
    private static string Short(string words) => words.Length <= LongestWords ? words : $"{VietnameseText.Beginning(words, LongestWords)}… (theo quy chế)";

    /// <summary>A certificate is a Vietnamese paper, whatever the language of who prints it.</summary>
    /// <param name="signed">The address with the signed statement; null where nothing can be stated.</param>
    private static CertificateSheet Sheet(MarkGrant grant, CertificationMark mark, IEnumerable<MarkRegulation> versions, Known known, string site, string? signed)
    {
        var begins = grant.Begins;
        var regulation = begins is { } first ? versions.Where(version => version.ValidFrom <= first).MaxBy(version => version.ValidFrom) : null;
        var issuer = mark.OwnerId is { } owner ? known.Named.GetValueOrDefault(owner)?.Name : null;
        var holder = known.Identities.GetValueOrDefault(grant.HolderId);
        return new CertificateSheet
        {
            Sample = known.Samples.GetValueOrDefault(mark.Id),
            IssuedBy = issuer,
            Title = "Giấy chứng nhận",
            Subtitle = "quyền sử dụng nhãn hiệu chứng nhận",
            Number = new("Số", grant.CertificateNumber),
            Lines =
            [
                new("Nhãn hiệu", mark.Name),
                new("Cấp cho", known.Named[grant.HolderId].Name),
                new("Địa chỉ", holder?.Address),
                new("Số đăng ký", holder?.Number),
                new("Sản phẩm", grant.Product),
                .. grant.ProductGroup is { } group ? [new CertificateLine("Nhóm sản phẩm", group)] : Array.Empty<CertificateLine>(),
                .. grant.Workshop is { } workshop ? [new CertificateLine("Bộ phận sản xuất", workshop)] : Array.Empty<CertificateLine>(),
                .. regulation?.Zone is { } zone ? [new CertificateLine("Vùng sản xuất", Short(zone.ReplaceLineEndings(" ")))] : Array.Empty<CertificateLine>(),
                new("Theo quyết định", grant.TermPaperId is { } decision ? known.Cited.GetValueOrDefault(decision)?.Citation : null),
                .. regulation?.PaperId is { } rules && known.Cited.GetValueOrDefault(rules) is { } paper ? [new CertificateLine("Quy chế sử dụng", paper.Citation)] : Array.Empty<CertificateLine>(),
                new("Có giá trị từ ngày", (grant.RenewedFrom ?? (grant.GivenOn.Precision == Precision.Day ? begins : null)) is { } from ? VietnamTime.Written(from) : null),
                new("Đến hết ngày", grant.ExpiresOn is { } last ? VietnamTime.Written(last) : null),
                new("Lần cấp", $"{grant.Issue}"),
            ],
            PlaceAndDay = "................, ngày ..... tháng ..... năm .......",
            Signer = issuer is null ? "Đại diện chủ sở hữu nhãn hiệu" : $"Đại diện {issuer}",
            CheckAddress = signed ?? (site + CheckAddress.Of(grant.CheckCode)),
            CheckWords = ["Quét hình QR, hoặc mở", $"{new Uri(site).Host}{CheckAddress.Home} và gõ mã", CheckCode.Written(grant.CheckCode), "để xem quyền này còn hiệu lực hay không.", .. signed is null ? Array.Empty<string>() : ["Hình QR có phần ký số, kiểm tra được khi mất mạng tại", $"{new Uri(site).Host}{OfflineEndpoints.Page}"]],
        };
    }

    /// <summary>What the certificates of one asking name, by id: organisations, cooperatives, papers, marks.</summary>
    private sealed record Known(
        IReadOnlyDictionary<Guid, OrganisationFact> Named, IReadOnlyDictionary<Guid, CooperativeIdentity> Identities, IReadOnlyDictionary<Guid, PaperFact> Cited, IReadOnlyDictionary<Guid, byte[]> Samples);
}
