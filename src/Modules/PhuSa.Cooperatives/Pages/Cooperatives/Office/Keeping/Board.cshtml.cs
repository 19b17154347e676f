using System.ComponentModel.DataAnnotations;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>Who runs a cooperative, term by term: those who left stay on record with their last day.</summary>
internal sealed class BoardModel(RegistryDesk desk, Texts text) : RowsEditing<BoardRow>(desk, text)
{
    protected override RowsInput<BoardRow> Stored() => new()
    {
        Rows = [.. Kept.Board.Select(member => new BoardRow { Id = member.Id, Name = member.Name, Role = member.Role, Phone = member.Phone, From = member.From, To = member.To })],
    };

    protected override bool IsEmpty(BoardRow row) => VietnameseText.OnOneLine(row.Name) is null && VietnameseText.OnOneLine(row.Phone) is null && (row.Id is not null || row is { Role: null, From: null, To: null });

    protected override IEnumerable<(string Label, string? Words)> Told(RowsInput<BoardRow> input) => input.Rows.Where(row => !IsEmpty(row)).Select(row =>
        (VietnameseText.OnOneLine(row.Name) ?? "?", (string?)string.Join("; ", new[] { row.Role is { } role ? RegistryWords.Of(role) : "–", PhoneWords.TryRead(row.Phone, out var phone) ? phone : VietnameseText.OnOneLine(row.Phone) ?? "–", Day(row.From), Day(row.To) })));

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var (at, row) in Said)
        {
            if (VietnameseText.OnOneLine(row.Name) is null)
            {
                Wrong($"Input.Rows[{at}].Name", "Nhập họ và tên");
            }

            if (row.Role is null)
            {
                Wrong($"Input.Rows[{at}].Role", "Chọn chức danh");
            }

            if (row.To < row.From)
            {
                Wrong($"Input.Rows[{at}].To", "Ngày cuối nhiệm kỳ trước ngày đầu");
            }

            if (VietnameseText.OnOneLine(row.Phone) is not null && !PhoneWords.TryRead(row.Phone, out _))
            {
                Wrong($"Input.Rows[{at}].Phone", "Số điện thoại không đúng. Ghi như 0912 345 678.");
            }
        }

        return Task.CompletedTask;
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        var rows = Said.Select(pair => pair.Row).ToList();
        foreach (var gone in Kept.Board.Where(member => rows.TrueForAll(row => row.Id != member.Id)))
        {
            Desk.Db.Remove(gone);
        }

        foreach (var row in rows)
        {
            var member = Kept.Board.FirstOrDefault(known => known.Id == row.Id);
            if (member is null)
            {
                member = new BoardMember(Guid.CreateVersion7(), Kept.Cooperative.Id);
                Desk.Db.Add(member);
            }

            member.Describe(new BoardContent(VietnameseText.OnOneLine(row.Name)!, row.Role!.Value, PhoneWords.TryRead(row.Phone, out var phone) ? phone : null, row.From, row.To));
        }

        return Task.CompletedTask;
    }

    private static string Day(DateOnly? day) => day is { } known ? VietnamTime.Written(known) : "–";
}

internal sealed class BoardRow
{
    public Guid? Id { get; set; }

    [Display(Name = "Họ và tên")]
    [StringLength(BoardMember.NameMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Chức danh")]
    [EnumDataType(typeof(BoardRole), ErrorMessage = "Chọn chức danh")]
    public BoardRole? Role { get; set; }

    [Display(Name = "Điện thoại")]
    [StringLength(40, ErrorMessage = BaseInput.TooLong)]
    public string? Phone { get; set; }

    [Display(Name = "Nhiệm kỳ từ ngày")]
    [Range(typeof(DateOnly), RecordDays.First, RecordDays.Last, ParseLimitsInInvariantCulture = true, ErrorMessage = RecordDays.Outside)]
    public DateOnly? From { get; set; }

    [Display(Name = "Đến ngày")]
    [Range(typeof(DateOnly), RecordDays.First, RecordDays.Last, ParseLimitsInInvariantCulture = true, ErrorMessage = RecordDays.Outside)]
    public DateOnly? To { get; set; }
}
