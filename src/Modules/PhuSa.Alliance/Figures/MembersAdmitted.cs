using PhuSa.Platform.Figures;

namespace PhuSa.Alliance.Figures;

/// <summary>How many organisations were admitted to the Alliance.</summary>
internal sealed class MembersAdmitted(DecisionRecords records) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        "alliance.members-admitted",
        "Thành viên được kết nạp vào Liên minh Hợp tác xã",
        "Số dòng trong danh sách của các quyết định kết nạp, tính theo ngày ký quyết định, không theo ngày công bố. Khi còn một quyết định chưa có danh sách thì con số là chưa có dữ liệu.",
        "thành viên");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken) =>
        ListCounting.Count(await records.AdmissionsAsync(request.OrganisationId, cancellationToken), request);
}
