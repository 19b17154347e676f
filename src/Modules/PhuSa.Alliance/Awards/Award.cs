using PhuSa.Alliance.Decisions;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Awards;

/// <summary>Whose award it is.</summary>
internal enum AwardLevel
{
    State,
    Ministry,
    NationalAlliance,
    Province,
    ProvincialAlliance,
}

/// <summary>What is awarded.</summary>
internal enum AwardForm
{
    Order,
    EmulationFlag,
    EmulationTitle,
    MeritCertificate,
    Commendation,
    CommemorativeMedal,
}

/// <summary>Whom it honours.</summary>
internal enum AwardScope
{
    Collective,
    Individual,
}

/// <summary>One award on the list of an award decision: level, form, and a collective or an individual recipient.</summary>
internal sealed class Award : ListedRow, IJournaled, ISaidToReaders
{
    public const int RecipientMaxLength = 300;
    public const int ReasonMaxLength = 500;

    private Award()
    {
    }

    public Award(Guid id, string code, Guid decisionId)
    {
        Id = id;
        Code = code;
        DecisionId = decisionId;
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    public Guid DecisionId { get; private init; }

    public AwardLevel Level { get; private set; }

    public AwardForm Form { get; private set; }

    public AwardScope Scope { get; private set; }

    /// <summary>The organisation honoured, or the one a person belongs to; null where not recorded.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>A person's name, or a collective that is not a recorded organisation, letter for letter.</summary>
    public string? RecipientName { get; private set; }

    /// <summary>What it is for, as the decision words it; null where not recorded.</summary>
    public string? Reason { get; private set; }

    public string? Source { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => Code;

    /// <summary>Until it is taken off the list; of a person nothing.</summary>
    public IEnumerable<(string Of, string Words)> Said() => IsPublic && !IsOff
        ? SaidWords.Of((nameof(OrganisationId), OrganisationId), (nameof(RecipientName), RecipientName), (nameof(Form), Form), (nameof(Level), Level), (nameof(Reason), Reason))
        : [];

    /// <summary>A person's name is not shown to the public.</summary>
    public bool IsPublic => Scope == AwardScope.Collective;

    /// <exception cref="RefusedException">An individual without a name, or a collective that is neither recorded nor named, or both at once.</exception>
    public void Describe(AwardLevel level, AwardForm form, AwardScope scope, Guid? organisationId, string? recipientName, string? reason, string? source)
    {
        if (scope == AwardScope.Individual && recipientName is null)
        {
            throw new RefusedException("Khen thưởng cá nhân phải ghi tên người được khen.");
        }

        if (scope == AwardScope.Collective && organisationId is null == recipientName is null)
        {
            throw new RefusedException("Khen thưởng tập thể ghi mã tổ chức, hoặc ghi tên tập thể nếu tổ chức chưa có trong hồ sơ; không ghi cả hai.");
        }

        Level = level;
        Form = form;
        Scope = scope;
        OrganisationId = organisationId;
        RecipientName = recipientName;
        Reason = reason;
        Source = source;
    }

    /// <summary>Writes what the award is for, also of a decision that was signed long ago.</summary>
    /// <exception cref="RefusedException">The row was taken off its list.</exception>
    public void GiveReason(string? reason)
    {
        if (IsOff)
        {
            throw new RefusedException("Dòng này đã được đưa ra khỏi danh sách.");
        }

        Reason = reason;
    }

    /// <summary>The level in Vietnamese; the key of its English.</summary>
    public static string Word(AwardLevel level) => level switch
    {
        AwardLevel.State => "Nhà nước",
        AwardLevel.Ministry => "Bộ, ngành trung ương",
        AwardLevel.NationalAlliance => "Liên minh HTX Việt Nam",
        AwardLevel.Province => "Ủy ban nhân dân tỉnh",
        _ => "Liên minh HTX tỉnh",
    };

    /// <summary>The form in Vietnamese; the key of its English.</summary>
    public static string Word(AwardForm form) => form switch
    {
        AwardForm.Order => "Huân chương",
        AwardForm.EmulationFlag => "Cờ thi đua",
        AwardForm.EmulationTitle => "Danh hiệu thi đua",
        AwardForm.MeritCertificate => "Bằng khen",
        AwardForm.Commendation => "Giấy khen",
        _ => "Kỷ niệm chương",
    };

    /// <summary>“tập thể” or “cá nhân”; the key of its English.</summary>
    public static string Word(AwardScope scope) => scope == AwardScope.Collective ? "tập thể" : "cá nhân";
}
