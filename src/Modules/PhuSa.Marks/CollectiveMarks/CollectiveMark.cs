using PhuSa.Platform.Web;
using System.Text.RegularExpressions;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Moves;
using PhuSa.Platform;
using PhuSa.Platform.Import;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.CollectiveMarks;

/// <summary>What is written of a mark besides its name and owner; null where not known.</summary>
/// <param name="Classes">The classes of goods, as said in the filing.</param>
/// <param name="Goods">Goods and services, as said in the filing.</param>
/// <param name="CertificateNumber">Of the registration, letter for letter.</param>
/// <param name="OtherMembers">How many members that are no organisation of the register may use the mark.</param>
internal sealed record CollectiveMarkDetails(string? Classes, string? Goods, string? CertificateNumber, int? OtherMembers);

/// <summary>A collective mark: a collective organisation owns it and its members use it. Its name need not be its owner's. Its filing is followed step by step.</summary>
internal sealed partial class CollectiveMark : Aggregate<FilingStage, FilingAction>, IJournaled, ISaidToReaders
{
    public const int NameMaxLength = 300;
    public const int ApplicationNumberMaxLength = 20;
    public const int ClassesMaxLength = 200;
    public const int GoodsMaxLength = 4000;
    public const int CertificateMaxLength = 80;
    public const int MembersMost = 1_000_000;

    private readonly List<FilingAct> _acts = [];
    private readonly List<CollectiveRegulation> _regulations = [];

    private CollectiveMark()
    {
    }

    public CollectiveMark(Guid id, string code, FilingStage stage, Actor by, DateTime now)
    {
        Id = id;
        Code = code;
        Slug = PhuSa.Vietnamese.Slug.From(code, ImportColumns.CodeMaxLength);
        Begin(stage, by, now);
    }

    public string Code { get; private init; } = "";

    public string Slug { get; private init; } = "";

    /// <summary>Letter for letter as filed: capitals, dots and hyphens are part of it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The cooperative that owns it, by its organisation's id.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>Number of the application at the Intellectual Property Office; null where not known.</summary>
    public string? ApplicationNumber { get; private set; }

    public string? Classes { get; private set; }

    public string? Goods { get; private set; }

    public string? CertificateNumber { get; private set; }

    public int? OtherMembers { get; private set; }

    public string? Source { get; private set; }

    public IReadOnlyList<FilingAct> Acts => _acts;

    public IReadOnlyList<CollectiveRegulation> Regulations => _regulations;

    public DateOnly? FiledOn => DayOf(FilingAction.FileApplication);

    public DateOnly? RegisteredOn => DayOf(FilingAction.RegisterMark);

    public string JournalTitle => Name;

    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(Name), Name), (nameof(OwnerId), OwnerId), (nameof(ApplicationNumber), ApplicationNumber), (nameof(Classes), Classes), (nameof(Goods), Goods), (nameof(CertificateNumber), CertificateNumber), (nameof(Source), Source));

    protected override Flow<FilingStage, FilingAction> Table => FilingFlow.Table;

    /// <summary>An opposition, and the end of a filing, are never without their reason.</summary>
    public static bool NeedsReason(FilingAction action) => action is FilingAction.Oppose or FilingAction.RefuseRegistration or FilingAction.WithdrawApplication or FilingAction.Lapse;

    public static bool IsOfficeNumber(string number) => OfficeNumber.IsMatch(number);

    /// <returns>The day of the last move of this kind; null where there was none, or its day is not known.</returns>
    public DateOnly? DayOf(FilingAction action) => _acts.Where(act => act.Action == action).Max(act => (DateOnly?)act.On);

    /// <exception cref="RefusedException">The application number has not the office's shape.</exception>
    public void Describe(string name, Guid ownerId, string? applicationNumber, string? source)
    {
        Number(applicationNumber);
        Name = name;
        OwnerId = ownerId;
        Source = source;
    }

    public void Detail(CollectiveMarkDetails details) =>
        (Classes, Goods, CertificateNumber, OtherMembers) = (details.Classes, details.Goods, details.CertificateNumber, details.OtherMembers);

    /// <exception cref="RefusedException">It is filed already, nothing says so, the day cannot be, or the number has not the office's shape.</exception>
    public void File(string? applicationNumber, string? classes, string? goods, MoveNews news, Actor by, DateTime now)
    {
        Number(applicationNumber);
        Take(FilingAction.FileApplication, news, by, now);
        (Classes, Goods) = (classes, goods);
    }

    /// <exception cref="RefusedException">It is not that far, nothing says so, or the day cannot be.</exception>
    public void Register(string? certificateNumber, MoveNews news, Actor by, DateTime now)
    {
        Take(FilingAction.RegisterMark, news, by, now);
        CertificateNumber = certificateNumber;
    }

    /// <exception cref="RefusedException">The flow has no such move from here, nothing says why, or the day cannot be.</exception>
    public void Take(FilingAction action, MoveNews news, Actor by, DateTime now)
    {
        news.MustSayWhy(NeedsReason(action));
        news.MustFit(_acts.Count == 0 ? null : _acts.Max(act => act.On), now);
        Move(action, by, now, news.Said, news.PaperId);
        _acts.Add(new FilingAct(Steps[^1].Id, action, news.On, news.PaperId));
    }

    /// <summary>The paper of a move that was recorded before the paper came.</summary>
    /// <exception cref="RefusedException">There is no such move, or it has its paper.</exception>
    public void Cite(Guid actId, Guid paperId) =>
        (_acts.Find(act => act.Id == actId && act.PaperId is null) ?? throw MoveNews.HasItsPaper()).Cite(paperId);

    /// <summary>A version of the regulation; one with the same first day gets the other paper.</summary>
    public void Regulate(Guid id, DateOnly from, Guid paperId)
    {
        if (_regulations.Find(version => version.From == from) is { } same)
        {
            same.Cite(paperId);
            return;
        }

        _regulations.Add(new CollectiveRegulation(id, from, paperId));
    }

    /// <summary>Puts right, or adds, the day of a move of the main line.</summary>
    /// <param name="day">Null where nobody knows it: a day that an officer gave with the move stays.</param>
    public void Redate(FilingAction action, DateOnly? day, DateTime now)
    {
        var act = _acts.Find(known => known.Action == action);
        if (act is null && day is { } added)
        {
            _acts.Add(new FilingAct(Guid.CreateVersion7(new DateTimeOffset(now)), action, added, paperId: null));
        }
        else if (day is { } right)
        {
            act!.Redate(right);
        }
        else if (act is not null && !IsRecorded(act))
        {
            _acts.Remove(act);
        }
    }

    /// <summary>Puts right the day of a move beside the main line.</summary>
    public void Redate(Guid actId, DateOnly day) => _acts.Find(act => act.Id == actId)?.Redate(day);

    /// <summary>Whether somebody recorded the move in the office; false where an import or a correction gave only its day.</summary>
    public bool IsRecorded(FilingAct act) => Steps.Any(step => step.Id == act.Id);

    /// <summary>An import tells the outcome and perhaps two days, not the way. Moves of the office stand.</summary>
    /// <exception cref="RefusedException">No way leads there, or the days contradict each other.</exception>
    public void TakeOver(FilingStage stage, DateOnly? filedOn, DateOnly? registeredOn, Actor by, DateTime now)
    {
        if (registeredOn < filedOn)
        {
            throw new RefusedException("Ngày cấp văn bằng không được sớm hơn ngày nộp đơn.");
        }

        if ((registeredOn is not null && stage is not (FilingStage.Registered or FilingStage.Lapsed)) || (filedOn is not null && stage is FilingStage.Unknown or FilingStage.Preparing))
        {
            throw new RefusedException("Ngày nộp đơn và ngày cấp văn bằng chỉ ghi khi đơn đã đến bước ấy.");
        }

        foreach (var next in FilingFlow.MainLine.Select(FilingFlow.StageAfter))
        {
            if (next < stage && next > Status && Status != FilingStage.Unknown && FilingFlow.Table.Between(Status, stage) is null && FilingFlow.Table.Between(Status, next) is not null)
            {
                Arrive(next, by, now);
            }
        }

        Arrive(stage, by, now);
        Redate(FilingAction.FileApplication, filedOn, now);
        Redate(FilingAction.RegisterMark, registeredOn, now);
    }

    private void Number(string? applicationNumber)
    {
        if (applicationNumber is not null && !IsOfficeNumber(applicationNumber))
        {
            throw new RefusedException("Số đơn đăng ký nhãn hiệu phải có dạng 4-YYYY-NNNNN, ví dụ 4-2019-12345; chưa biết thì để trống.");
        }

        ApplicationNumber = applicationNumber;
    }

    [GeneratedRegex("^4-(?:19|20)[0-9]{2}-[0-9]{5}$", RegexOptions.NonBacktracking)]
    private static partial Regex OfficeNumber { get; }
}
