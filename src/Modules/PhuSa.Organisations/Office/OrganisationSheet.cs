using Microsoft.AspNetCore.Http;
using PhuSa.Documents.Sheets;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Organisations.Office;

/// <summary>The list of organisations to take away.</summary>
internal sealed class OrganisationSheet(OrganisationBook book, IOrganisations organisations, Texts text) : ListSheet
{
    public override string FileName => "to-chuc";

    public override string Title => "Danh sách tổ chức";

    public override string Table => OrganisationRow.Table;

    public override IReadOnlyList<string> Columns => ["Mã", "Tên", "Tên gọi ngắn", "Loại hình", "Các tên cũ"];

    public override async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> RowsAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        var rows = await book.AllAsync(OrganisationFilter.Of(query), cancellationToken);
        var former = await organisations.FormerNamesOfAsync(rows.Select(row => row.Id), cancellationToken);
        return [.. rows.Select(row => (IReadOnlyList<SheetCell>)
        [
            row.Code,
            row.Name,
            row.ShortName == row.Name ? null : row.ShortName,
            text[OrganisationWords.Of(row.Kind)],
            string.Join("; ", former[row.Id]) is { Length: > 0 } names ? names : null,
        ])];
    }
}
