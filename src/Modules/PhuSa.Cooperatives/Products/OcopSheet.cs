using Microsoft.AspNetCore.Http;
using PhuSa.Documents.Sheets;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Products;

/// <summary>The list of products to take away.</summary>
internal sealed class OcopSheet(OcopBook book, Texts text) : ListSheet
{
    public override string FileName => "san-pham-ocop";

    public override string Title => "Sản phẩm OCOP";

    public override string Table => OcopProductConfiguration.Table;

    public override IReadOnlyList<string> Columns =>
    [
        "Mã", "Sản phẩm", "Chủ thể", "Loại chủ thể", .. PlaceCells.Header, "Nhóm", "Phân nhóm", "Số sao", "Hiệu lực", "Số quyết định", "Ngày quyết định", "Có giá trị đến hết", "Số giấy chứng nhận", "Ngày xét",
    ];

    public override async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> RowsAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        var lines = await book.ChosenAsync(OcopFilter.Of(query, OcopFilter.Facets), cancellationToken);
        var places = await book.PlacesAsync(lines, cancellationToken);
        return [.. lines.Select(line => (IReadOnlyList<SheetCell>)
        [
            line.Code,
            line.Name,
            line.Owner.Name,
            text[OrganisationKinds.Word(line.Owner.Kind)],
            .. PlaceCells.Of(places[line.Id]),
            line.Group is { } group ? text[OcopWords.Of(group)] : null,
            line.SubGroup,
            SheetCell.Of((decimal?)line.Stars),
            text[line.Standing.Word],
            line.Standing.Certificate?.DecisionNumber,
            SheetCell.Of(line.Standing.Certificate?.DecidedOn),
            SheetCell.Of(line.Standing.Certificate?.ExpiresOn),
            line.Standing.Certificate?.Number,
            VietnamTime.Written(book.Today),
        ])];
    }
}
