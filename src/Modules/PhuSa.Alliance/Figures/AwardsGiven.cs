using PhuSa.Alliance.Awards;
using PhuSa.Platform.Figures;

namespace PhuSa.Alliance.Figures;

/// <summary>Which awards a figure counts.</summary>
internal sealed record AwardsCounted(string Code, string Name, Func<Award, bool> Counts);

/// <summary>How many awards were given: all of them, and those of one level, one form, or to collectives or people.</summary>
internal sealed class AwardsGiven(AwardsCounted counted, DecisionRecords records) : IFigure
{
    private const string All = "alliance.awards-given";

    public static IReadOnlyList<AwardsCounted> Every { get; } =
    [
        new(All, "Tập thể, cá nhân được khen thưởng", _ => true),
        .. Enum.GetValues<AwardLevel>().Select(level => new AwardsCounted($"{All}.level.{CodeOf(level)}", $"Khen thưởng theo cấp: {Award.Word(level)}", award => award.Level == level)),
        .. Enum.GetValues<AwardForm>().Select(form => new AwardsCounted($"{All}.form.{CodeOf(form)}", $"Khen thưởng theo hình thức: {Award.Word(form)}", award => award.Form == form)),
        .. Enum.GetValues<AwardScope>().Select(scope => new AwardsCounted($"{All}.kind.{CodeOf(scope)}", $"Khen thưởng theo đối tượng: {Award.Word(scope)}", award => award.Scope == scope)),
    ];

    public FigureDefinition Definition { get; } = new(
        counted.Code,
        counted.Name,
        counted.Code == All
            ? "Số dòng trong danh sách của các quyết định khen thưởng, tính theo ngày ký quyết định. Khi còn một quyết định chưa có danh sách thì con số là chưa có dữ liệu. Tên cá nhân không hiển thị công khai."
            : "Số dòng thuộc loại này trong danh sách của các quyết định khen thưởng, tính theo ngày ký quyết định. Khi còn một quyết định chưa có danh sách thì con số là chưa có dữ liệu. Tên cá nhân không hiển thị công khai.",
        "lượt khen thưởng");

    public async Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken) =>
        ListCounting.Count(await records.AwardsAsync(request.OrganisationId, counted.Counts, cancellationToken), request);

    /// <returns>“national-alliance” of <c>NationalAlliance</c>: codes stay when words change.</returns>
    private static string CodeOf<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
