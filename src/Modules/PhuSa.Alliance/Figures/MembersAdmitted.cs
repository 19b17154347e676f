using PhuSa.Alliance.Memberships;
using PhuSa.Platform.Figures;

namespace PhuSa.Alliance.Figures;

/// <summary>How many organisations were admitted to the Alliance. A list also moves members to another class or names them anew: that admits nobody.</summary>
internal sealed class MembersAdmitted(DecisionRecords records, MemberBook book) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "alliance.members-admitted",
        "Thành viên được kết nạp vào Liên minh Hợp tác xã",
        "Số lượt kết nạp theo danh sách của các quyết định kết nạp, tính theo ngày ký quyết định, không theo ngày công bố. Thành viên được chuyển loại hoặc được nêu lại trong danh sách thì không tính thêm; vào lại sau khi đã ra khỏi Liên minh thì tính lần nữa. Khi còn một quyết định chưa có danh sách thì con số là chưa có dữ liệu.",
        "thành viên");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        var entries = (await book.AllAsync(cancellationToken)).SelectMany(file => file.History.Entries).ToHashSet();
        return ListCounting.Count(await records.AdmissionsAsync(request.OrganisationId, admission => entries.Contains(admission.Id), cancellationToken), request);
    }
}
