using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Inspections;

/// <summary>A mark of which a plan has visits.</summary>
internal sealed class PlanMark
{
    private PlanMark()
    {
    }

    public PlanMark(Guid id, Guid markId)
    {
        Id = id;
        MarkId = markId;
    }

    public Guid Id { get; private init; }

    public Guid MarkId { get; private init; }
}

/// <summary>What a plan says.</summary>
/// <param name="PaperId">The plan or decision on paper; null where it is still to come.</param>
internal sealed record PlanContent(int Year, string Title, IReadOnlyList<Guid> MarkIds, Guid? PaperId, string? Note);

/// <summary>The inspections of a year that a body has planned; its visits name it.</summary>
internal sealed class InspectionPlan : IJournaled
{
    public const int FirstYear = 2000;
    public const int LastYear = 2100;
    public const int TitleMaxLength = 200;
    public const int NoteMaxLength = 2000;
    public const int MostMarks = 50;

    private readonly List<PlanMark> _marks = [];

    private InspectionPlan()
    {
    }

    /// <param name="bodyId">Whose plan it is: the body that approves it and whose people keep it.</param>
    public InspectionPlan(Guid id, Guid bodyId)
    {
        Id = id;
        BodyId = bodyId;
    }

    public Guid Id { get; private init; }

    public Guid BodyId { get; private init; }

    public int Year { get; private set; }

    public string Title { get; private set; } = "";

    public Guid? PaperId { get; private set; }

    public string? Note { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<PlanMark> Marks => _marks;

    public string JournalTitle => $"{Title} ({Year})";

    /// <exception cref="RefusedException">The year cannot be, or no mark is named.</exception>
    public void Write(PlanContent content)
    {
        if (content.Year is < FirstYear or > LastYear)
        {
            throw new RefusedException("Năm của kế hoạch từ {0} đến {1}.", FirstYear, LastYear);
        }

        if (content.MarkIds.Count is 0 or > MostMarks)
        {
            throw new RefusedException("Chọn ít nhất một nhãn hiệu.");
        }

        (Year, Title, PaperId, Note) = (content.Year, content.Title, content.PaperId, content.Note);
        _marks.RemoveAll(known => !content.MarkIds.Contains(known.MarkId));
        _marks.AddRange(content.MarkIds.Distinct().Where(mark => !_marks.Exists(known => known.MarkId == mark)).Select(mark => new PlanMark(Guid.CreateVersion7(), mark)));
    }
}
