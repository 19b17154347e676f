using System.Text.Json;
using PhuSa.Alliance.Memberships;
using PhuSa.Platform.Figures;

namespace PhuSa.Alliance.Figures;

/// <summary>How many members of each class the Alliance has on a day: classes are data, so each that officers make has its figure.</summary>
internal sealed class MembersByClass(ClassNames classes, MembersRead read) : IFigureFamily
{
    /// <summary>The sentence which names of these figures are made of.</summary>
    public const string Name = "Thành viên của Liên minh Hợp tác xã: {0}";

    public const string Definition =
        "Số tổ chức thuộc loại thành viên này vào ngày cuối của kỳ (hôm nay nếu không hỏi kỳ nào), tính từ ngày ký quyết định kết nạp hoặc chuyển loại; người đang bị tạm dừng tư cách vẫn là thành viên. Khi còn một tổ chức của loại này chưa rõ, hoặc còn một quyết định chưa có danh sách, thì con số là chưa có dữ liệu.";

    public async Task<IReadOnlyList<IFigure>> AllAsync(IReadOnlyDictionary<string, IFigure> known, CancellationToken cancellationToken) =>
        [.. (await classes.AllAsync(cancellationToken)).All.Select(memberClass => new MembersOfClass(memberClass, read))];

    /// <returns>“alliance.members.class.official” of the class <c>Official</c>: a class keeps its code for life.</returns>
    public static string CodeOf(string classCode) => $"{MembersOnDay.Code}.class.{JsonNamingPolicy.KebabCaseLower.ConvertName(classCode)}";
}

/// <summary>How many members of one class there are on a day.</summary>
internal sealed class MembersOfClass(MemberClass memberClass, MembersRead read) : IFigure
{
    public FigureDefinition Definition { get; } = new(
        MembersByClass.CodeOf(memberClass.Code),
        MembersByClass.Name.Replace("{0}", memberClass.Name, StringComparison.Ordinal),
        MembersByClass.Definition,
        "thành viên");

    public Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken) => read.OnDayAsync(request, memberClass.Code, cancellationToken);
}
