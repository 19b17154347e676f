using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Documents.Sheets;
using PhuSa.Marks.Grants;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Office;

/// <summary>The register book of rights, to take away: a row for each right that the list shows, with its decision and everything that became of it.</summary>
internal sealed class GrantBook(GrantList list, AppDbContext db, IAgencyPapers papers, TextsIn<MarksModule> text) : ListSheet
{
    public override string FileName => "quyen-su-dung-nhan-hieu";

    public override string Title => "Quyền sử dụng nhãn hiệu";

    public override string Table => MarkGrantConfiguration.Table;

    public override IReadOnlyList<string> Columns =>
    [
        "Mã", "Nhãn hiệu", "Đơn vị", "Sản phẩm", "Nhóm sản phẩm", "Bộ phận sản xuất", "Đợt trao quyền", "Số giấy chứng nhận",
        "Ngày trao", "Quyết định trao quyền", "Lần cấp", "Hết hạn", "Tình trạng", "Diễn biến", "Mã kiểm tra trên nhãn", "Ngày xét",
    ];

    public override async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> RowsAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        var lines = GrantFilter.Of(query).Among(await list.AllAsync(cancellationToken), list.Today).ToList();
        var ids = lines.Select(line => line.Id).ToArray();
        var grants = await db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => EF.Parameter(ids).Contains(g.Id)).ToDictionaryAsync(g => g.Id, cancellationToken);
        var cited = await papers.OfAsync(grants.Values.SelectMany(grant => grant.Acts.Select(act => act.PaperId).Append(grant.DecisionId)).OfType<Guid>().Distinct(), cancellationToken);
        return lines.ConvertAll(line => Row(line, grants[line.Id], cited));
    }

    private IReadOnlyList<SheetCell> Row(GrantLine line, MarkGrant grant, IReadOnlyDictionary<Guid, PaperFact> cited) =>
    [
        line.Code,
        line.Mark,
        line.Holder.Name,
        line.Product,
        line.ProductGroup,
        line.Workshop,
        line.Batch,
        line.CertificateNumber,
        line.GivenOn.IsKnown ? line.GivenOn.ToString() : null,
        Citation(grant.DecisionId, cited),
        SheetCell.Of(grant.Issue),
        SheetCell.Of(line.ExpiresOn),
        text[line.Standing.Word],
        string.Join("; ", grant.Acts.OrderBy(act => act.On).ThenBy(act => act.Id).Select(act => Told(act, cited))) is { Length: > 0 } story ? story : null,
        CheckCode.Written(line.CheckCode),
        VietnamTime.Written(list.Today),
    ];

    /// <returns>“Tạm dừng 01/06/2026, đến hết 30/06/2026 (12/QĐ-…)”.</returns>
    private string Told(GrantAct act, IReadOnlyDictionary<Guid, PaperFact> cited)
    {
        var day = $"{text[GrantFlow.Of(act.Action)]} {VietnamTime.Written(act.On)}";
        var until = act.Until is { } last ? $", {text["đến hết {0}", VietnamTime.Written(last)]}" : "";
        var before = act.EndedOn is { } ended ? $", {text["thời hạn trước đến hết {0}", VietnamTime.Written(ended)]}" : "";
        var number = act.EndedCertificate is { } certificate ? $", {text["số giấy trước {0}", certificate]}" : "";
        return Citation(act.PaperId, cited) is { } paper ? $"{day}{until}{before}{number} ({paper})" : day + until + before + number;
    }

    private static string? Citation(Guid? paper, IReadOnlyDictionary<Guid, PaperFact> cited) => paper is { } id ? cited.GetValueOrDefault(id)?.Citation : null;
}
