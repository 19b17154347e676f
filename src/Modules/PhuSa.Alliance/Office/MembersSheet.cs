using Microsoft.AspNetCore.Http;
using PhuSa.Alliance.Memberships;
using PhuSa.Documents.Sheets;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Office;

/// <summary>The list of members to take away.</summary>
internal sealed class MembersSheet(AllianceDesk desk, MemberList list, ClassNames classes, Texts text) : ListSheet
{
    public override string FileName => "thanh-vien-lien-minh";

    public override string Title => "Thành viên Liên minh";

    public override string Table => MembershipConfiguration.Table;

    public override IReadOnlyList<string> Columns => ["Mã", "Tên", "Loại hình", "Loại thành viên", "Tình trạng", "Thành viên từ", "Ngày xét", .. PlaceCells.Header];

    public override async Task<IReadOnlyList<IReadOnlyList<SheetCell>>> RowsAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        var filter = MemberFilter.Of(query);
        var day = filter.AsOf ?? desk.Today;
        var words = await classes.AllAsync(cancellationToken);
        return [.. filter.Among((await list.OfAsync(filter, day, cancellationToken)).All).Select(line => (IReadOnlyList<SheetCell>)
        [
            line.Organisation.Code,
            line.Organisation.Name,
            text[OrganisationKinds.Word(line.Organisation.Kind)],
            line.ClassCode is { } code ? text[words.Of(code)] : null,
            text[MemberFilter.WordOf(line.StateWord)],
            line.Since,
            VietnamTime.Written(day),
            .. PlaceCells.Of(line.Shown),
        ])];
    }
}
