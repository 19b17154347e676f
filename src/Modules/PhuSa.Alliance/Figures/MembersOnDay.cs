using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Register;
using PhuSa.Platform;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Figures;

/// <summary>Reads who is a member of the Alliance on a day: all of them, or those of one class.</summary>
internal sealed class MembersRead(MemberBook book, DecisionRecords decisions, ClassNames classes, Names names, TimeProvider clock)
{
    public const string NotSure = "Có tổ chức chưa rõ có là thành viên vào ngày được hỏi hay không, vì quyết định kết nạp chưa ghi ngày ký.";
    public const string Nobody = "Chưa có tổ chức nào được kết nạp theo danh sách đã ghi.";

    /// <param name="classCode">Only members of this class; null for all.</param>
    public async Task<FigureReading> OnDayAsync(FigureRequest request, string? classCode, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var day = request.Period.To is { } last && last < today ? last : today;
        var withoutList = (await decisions.AdmissionsAsync(request.OrganisationId, _ => true, cancellationToken)).Where(d => !d.ListInHand && !(d.EffectiveOn.From > day)).ToList();
        if (withoutList.Count > 0)
        {
            return FigureReading.NotKnown(ListCounting.ListsMissing, [.. withoutList.Select(d => d.Evidence)]);
        }

        var files = (await book.AllAsync(cancellationToken)).Where(file => request.OrganisationId is not { } id || file.Organisation.Id == id).ToList();
        if (files.Count == 0)
        {
            return FigureReading.NotKnown(Nobody, []);
        }

        var asked = files.ConvertAll(file => (file.Organisation, file.History, On: file.History.On(day)))
            .FindAll(s => (s.On.IsMember || s.On.IsUnknown) && (classCode is null || s.On.Term!.ClassCode == classCode));
        var words = await classes.AllAsync(cancellationToken);
        var named = await names.OfAsync(asked.Select(s => s.Organisation.Id), cancellationToken);
        var evidence = asked.ConvertAll(s => new Evidence(
            MembershipConfiguration.Table,
            s.Organisation.Id,
            s.Organisation.Name,
            words.Of(s.On.Term!.ClassCode),
            named[s.Organisation.Id].Url,
            [
                new("Loại thành viên", words.Of(s.On.Term.ClassCode)),
                new("Thành viên từ", s.History.Since(s.On.Term)),

                // Who is suspended is a member; that it is stands in no public paper, and readers open this list.
                new("Tình trạng", s.On.IsMember ? MembershipFlow.Table[MembershipState.Member].PublicName : null),
                new("Ngày xét", VietnamTime.Written(day)),
            ]));
        return asked.Exists(s => s.On.IsUnknown)
            ? FigureReading.NotKnown(NotSure, evidence)
            : new FigureReading { Value = evidence.Count, Evidence = evidence };
    }
}

/// <summary>How many members the Alliance has on a day, grouped by class.</summary>
internal sealed class MembersOnDay(MembersRead read) : IFigure
{
    public const string Code = "alliance.members";

    public FigureDefinition Definition { get; } = new(
        Code,
        "Thành viên của Liên minh Hợp tác xã",
        "Số tổ chức là thành viên vào ngày cuối của kỳ (hôm nay nếu không hỏi kỳ nào), tính từ ngày ký quyết định kết nạp; người đang bị tạm dừng tư cách vẫn là thành viên. Khi còn một tổ chức chưa rõ, hoặc còn một quyết định chưa có danh sách, thì con số là chưa có dữ liệu.",
        "thành viên");

    public Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken) => read.OnDayAsync(request, classCode: null, cancellationToken);
}
