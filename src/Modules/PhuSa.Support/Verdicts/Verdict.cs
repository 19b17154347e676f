using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Support.Applications;

namespace PhuSa.Support.Verdicts;

/// <summary>The five things an application is judged on, each by itself.</summary>
internal enum VerdictGroup
{
    Subject,
    Field,
    Condition,
    Criteria,
    Level,
}

internal enum VerdictValue
{
    Met,
    NotMet,
    NotEnoughInformation,
    ToBeCompleted,
}

/// <summary>What pages and figures read of a verdict.</summary>
internal sealed record VerdictFact(VerdictGroup Group, VerdictValue Value, string? Note, string Citation);

/// <summary>What the answer says of one group, and on what text it rests.</summary>
internal sealed class Verdict : IJournaled, ISaidToReaders
{
    public const int NoteMaxLength = 2000;
    public const int CitationMaxLength = 300;

    private Verdict()
    {
    }

    public Verdict(Guid id, Guid applicationId, VerdictGroup group, VerdictValue value, string? note, string citation)
    {
        Id = id;
        ApplicationId = applicationId;
        Group = group;
        Say(value, note, citation);
    }

    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    public SupportApplication? Application { get; private init; }

    public VerdictGroup Group { get; private init; }

    public VerdictValue Value { get; private set; }

    public string? Note { get; private set; }

    /// <summary>The paper, and where known the article, that the verdict rests on.</summary>
    public string Citation { get; private set; } = "";

    public int Version { get; private set; }

    public string JournalTitle => VerdictWords.Name(Group);

    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(Value), Value), (nameof(Note), Note), (nameof(Citation), Citation));

    /// <exception cref="RefusedException">An applicant could not tell what is lacking.</exception>
    public void Say(VerdictValue value, string? note, string citation)
    {
        if (value != VerdictValue.Met && string.IsNullOrWhiteSpace(note))
        {
            throw new RefusedException("Nhóm chưa được kết luận “Đáp ứng” phải ghi rõ còn thiếu gì hoặc cần làm gì.");
        }

        Value = value;
        Note = note;
        Citation = citation;
    }
}

/// <summary>The Vietnamese words for groups and verdicts; the keys of the English ones.</summary>
internal static class VerdictWords
{
    public static string Name(VerdictGroup group) => group switch
    {
        VerdictGroup.Subject => "Đối tượng",
        VerdictGroup.Field => "Lĩnh vực",
        VerdictGroup.Condition => "Điều kiện",
        VerdictGroup.Criteria => "Tiêu chí",
        VerdictGroup.Level => "Mức hỗ trợ",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, message: null),
    };

    public static string Name(VerdictValue value) => value switch
    {
        VerdictValue.Met => "Đáp ứng",
        VerdictValue.NotMet => "Chưa đáp ứng",
        VerdictValue.NotEnoughInformation => "Chưa đủ thông tin",
        VerdictValue.ToBeCompleted => "Cần hoàn chỉnh",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, message: null),
    };

    public static string Tone(VerdictValue value) => value switch
    {
        VerdictValue.Met => "good",
        VerdictValue.NotMet => "stop",
        VerdictValue.ToBeCompleted => "act",
        _ => "unknown",
    };
}
