using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Documents.Certificates;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Certificates;

/// <summary>A certificate as a file.</summary>
internal sealed record CertificateFile(string Name, byte[] Bytes);

/// <summary>Certificates of rights, made from the record at each asking: what the record does not say is an open place to be filled in by hand.</summary>
internal sealed class GrantCertificates(AppDbContext db, IOrganisations organisations, IAgencyPapers papers, ISites sites, IWebHostEnvironment environment, TimeProvider clock)
{
    /// <summary>So many in one file to take away.</summary>
    public const int Most = 500;

    /// <returns>One file for each of the rights that is on record.</returns>
    public async Task<IReadOnlyList<CertificateFile>> OfAsync(IReadOnlyCollection<Guid> grantIds, HttpContext context, CancellationToken cancellationToken)
    {
        var ids = grantIds.ToArray();
        var grants = await db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => EF.Parameter(ids).Contains(g.Id)).OrderBy(g => g.Code).ToListAsync(cancellationToken);
        var markIds = grants.Select(g => g.MarkId).Distinct().ToArray();
        var marks = await db.Set<CertificationMark>().AsNoTracking().Where(m => EF.Parameter(markIds).Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
        var regulations = (await db.Set<MarkRegulation>().AsNoTracking().Where(r => EF.Parameter(markIds).Contains(r.MarkId)).ToListAsync(cancellationToken)).ToLookup(r => r.MarkId);
        var named = await organisations.OfAsync(grants.Select(g => g.HolderId).Concat(marks.Values.Select(m => m.OwnerId).OfType<Guid>()), cancellationToken);
        var cited = await papers.OfAsync(grants.Select(g => g.DecisionId).Concat(regulations.SelectMany(versions => versions.Select(version => version.PaperId))).OfType<Guid>().Distinct(), cancellationToken);
        var frame = await sites.OfThemeAsync(SiteThemes.Department, context, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        return [.. grants.Select(grant => new CertificateFile($"{grant.Code}.pdf", CertificatePdf.Of([Sheet(grant, marks[grant.MarkId], regulations[grant.MarkId], named, cited, frame.Address)], now, name => Read(environment, name))))];
    }

    private static byte[] Read(IWebHostEnvironment environment, string name)
    {
        using var stream = environment.WebRootFileProvider.GetFileInfo($"assets/{name}").CreateReadStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>A certificate is a Vietnamese paper, whatever the language of who prints it.</summary>
    private static CertificateSheet Sheet(MarkGrant grant, CertificationMark mark, IEnumerable<MarkRegulation> versions, IReadOnlyDictionary<Guid, OrganisationFact> named, IReadOnlyDictionary<Guid, PaperFact> cited, string site)
    {
        var begins = grant.Begins;
        var regulation = begins is { } first ? versions.Where(version => version.ValidFrom <= first).MaxBy(version => version.ValidFrom) : null;
        var issuer = mark.OwnerId is { } owner ? named.GetValueOrDefault(owner)?.Name : null;
        return new CertificateSheet
        {
            IssuedBy = issuer,
            Title = "Giấy chứng nhận",
            Subtitle = "quyền sử dụng nhãn hiệu chứng nhận",
            Number = new("Số", grant.CertificateNumber),
            Lines =
            [
                new("Nhãn hiệu", mark.Name),
                new("Cấp cho", named[grant.HolderId].Name),
                new("Sản phẩm", grant.Product),
                .. grant.ProductGroup is { } group ? [new CertificateLine("Nhóm sản phẩm", group)] : Array.Empty<CertificateLine>(),
                .. grant.Workshop is { } workshop ? [new CertificateLine("Bộ phận sản xuất", workshop)] : Array.Empty<CertificateLine>(),
                .. regulation?.Zone is { } zone ? [new CertificateLine("Vùng sản xuất", zone.ReplaceLineEndings(" "))] : Array.Empty<CertificateLine>(),
                new("Theo quyết định", grant.DecisionId is { } decision ? cited.GetValueOrDefault(decision)?.Citation : null),
                .. regulation?.PaperId is { } rules && cited.GetValueOrDefault(rules) is { } paper ? [new CertificateLine("Quy chế sử dụng", paper.Citation)] : Array.Empty<CertificateLine>(),
                new("Có giá trị từ ngày", begins is { } from ? VietnamTime.Written(from) : null),
                new("Đến hết ngày", grant.ExpiresOn is { } last ? VietnamTime.Written(last) : null),
                .. grant.Acts.Count(act => act.Action == GrantAction.Renew) is > 0 and var renewals ? [new CertificateLine("Lần cấp", $"{renewals + 1}")] : Array.Empty<CertificateLine>(),
            ],
            PlaceAndDay = "................, ngày ..... tháng ..... năm .......",
            Signer = issuer is null ? "Đại diện chủ sở hữu nhãn hiệu" : $"Đại diện {issuer}",
            CheckAddress = site + CheckAddress.Of(grant.CheckCode),
            CheckWords = ["Quét hình QR, hoặc mở", $"{new Uri(site).Host}{CheckAddress.Home} và gõ mã", CheckCode.Written(grant.CheckCode), "để xem quyền này còn hiệu lực hay không."],
        };
    }
}
