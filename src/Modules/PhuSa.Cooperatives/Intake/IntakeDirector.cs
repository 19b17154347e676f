using PhuSa.Cooperatives.Registry;
using PhuSa.Platform;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Intake;

/// <summary>Who directs a cooperative, on the way through a row: another one than the one on record begins on a day, and the term before ends on the day before it.</summary>
internal sealed class IntakeDirector(Cooperative cooperative, List<BoardMember> board)
{
    public BoardMember? Of(DateOnly today) => board.Find(member => member.Role == BoardRole.Director && member.Serves(today));

    public bool IsAnother(string? name, DateOnly today) => name is not null && Of(today) is { } known && SearchText.Fold(known.Name) != SearchText.Fold(name);

    /// <returns>Why nobody took office on that day; null where they may have.</returns>
    public RefusedException? Refusal(DateOnly on, DateOnly today) =>
        on < cooperative.Founded.From ? new RefusedException("Ngày nhận chức của giám đốc không thể trước ngày thành lập.")
        : Of(today) is { From: { } since } && on <= since ? new RefusedException("Giám đốc đang ghi nhận chức ngày {0}: ngày nhận chức của giám đốc mới phải sau ngày đó.", VietnamTime.Written(since))
        : null;

    /// <exception cref="RefusedException">The row says something of a director that cannot be.</exception>
    public void Check(RowValues row, DateOnly today)
    {
        var name = row.Text(IntakeTarget.Director);
        if (name is null && row.Text(IntakeTarget.DirectorPhone) is not null && Of(today) is null)
        {
            throw new RefusedException("Có điện thoại giám đốc nhưng hồ sơ chưa ghi giám đốc nào; hãy ghi cả tên.");
        }

        if (IsAnother(name, today) && row.Value<DateOnly>(IntakeTarget.DirectorOn) is { } on && Refusal(on, today) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>A table tells no day of a change of office: then only these cells stay out.</summary>
    /// <returns>What is not taken; null where all is.</returns>
    public LeftOut? Take(RowValues row, IntakeHand hand, List<object> added)
    {
        var (name, phone, on) = (row.Text(IntakeTarget.Director), row.Text(IntakeTarget.DirectorPhone), row.Value<DateOnly>(IntakeTarget.DirectorOn));
        var known = Of(hand.Today);
        if (name is null && (known is null || !row.Has(IntakeTarget.DirectorPhone)))
        {
            return null;
        }

        var isAnother = IsAnother(name, hand.Today);
        if (isAnother && on is null)
        {
            return new LeftOut(IntakeTarget.Director, "Hồ sơ đang ghi một giám đốc khác; hãy sửa nhiệm kỳ ở phần bộ máy của hồ sơ.", []);
        }

        if (known is null || isAnother)
        {
            known?.Describe(new BoardContent(known.Name, known.Role, known.Phone, known.From, on!.Value.AddDays(-1)));
            var member = new BoardMember(Guid.CreateVersion7(new DateTimeOffset(hand.Now)), cooperative.Id);
            member.Describe(new BoardContent(name!, BoardRole.Director, phone, on, To: null));
            board.Add(member);
            added.Add(member);
        }
        else if (row.Has(IntakeTarget.DirectorPhone))
        {
            known.Describe(new BoardContent(known.Name, known.Role, phone, known.From, known.To));
        }

        return null;
    }
}
