using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Nominations;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>A form of award by its name; “moi” adds one.</summary>
internal sealed class AwardKindModel(AllianceDesk desk, Texts text) : AllianceEditing<AwardKindInput>(desk, text)
{
    private AwardKind? _kind;

    [FromRoute]
    public string Id { get; set; } = "";

    public bool IsNew => Id == New;

    public override string Address => AllianceRights.AwardKinds;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        _kind = Guid.TryParse(Id, out var id) ? await Desk.Db.Set<AwardKind>().SingleOrDefaultAsync(k => k.Id == id, cancellationToken) : null;
        return IsNew || _kind is not null;
    }

    protected override AwardKindInput Stored() => _kind is null ? new() : new() { Name = _kind.Name, Level = _kind.Level, Form = _kind.Form, IsRetired = _kind.IsRetired };

    protected override IEnumerable<(string Label, string? Words)> Told(AwardKindInput input) =>
    [
        ("Tên hình thức khen thưởng", VietnameseText.OnOneLine(input.Name)),
        ("Cấp", input.Level is { } level ? Award.Word(level) : null),
        ("Hình thức", input.Form is { } form ? Award.Word(form) : null),
        ("Không còn dùng để đề nghị", input.IsRetired ? "có" : "không"),
    ];

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (VietnameseText.OnOneLine(Input.Name) is { } name && await Desk.Db.Set<AwardKind>().AnyAsync(k => k.Name == name && (_kind == null || k.Id != _kind.Id), cancellationToken))
        {
            Wrong("Input.Name", "Đã có hình thức mang tên này");
        }

        // Awards keep the level and form they were given with, and lead back to their nominations by them.
        if (_kind is { } kind && (Input.Level != kind.Level || Input.Form != kind.Form) && await Desk.Db.Set<Nomination>().AnyAsync(n => n.KindId == kind.Id, cancellationToken))
        {
            Wrong(Input.Level != kind.Level ? "Input.Level" : "Input.Form", "Đã có đề nghị theo hình thức này nên cấp và hình thức không đổi được. Hãy thôi dùng nó và thêm một hình thức mới");
        }
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (_kind is null)
        {
            _kind = new AwardKind(Guid.CreateVersion7(new DateTimeOffset(Desk.Now)), VietnameseText.OnOneLine(Input.Name)!, Input.Level!.Value, Input.Form!.Value);
            Desk.Db.Add(_kind);
        }
        else
        {
            _kind.Change(VietnameseText.OnOneLine(Input.Name)!, Input.Level!.Value, Input.Form!.Value);
        }

        _kind.Retire(Input.IsRetired);
        return Task.CompletedTask;
    }
}

internal sealed class AwardKindInput
{
    [Display(Name = "Tên hình thức khen thưởng")]
    [Required(ErrorMessage = "Nhập tên hình thức khen thưởng")]
    [StringLength(AwardKind.NameMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Cấp")]
    [Required(ErrorMessage = "Chọn cấp khen thưởng")]
    [EnumDataType(typeof(AwardLevel), ErrorMessage = "Chọn cấp khen thưởng")]
    public AwardLevel? Level { get; set; }

    [Display(Name = "Hình thức")]
    [Required(ErrorMessage = "Chọn hình thức")]
    [EnumDataType(typeof(AwardForm), ErrorMessage = "Chọn hình thức")]
    public AwardForm? Form { get; set; }

    public bool IsRetired { get; set; }
}
