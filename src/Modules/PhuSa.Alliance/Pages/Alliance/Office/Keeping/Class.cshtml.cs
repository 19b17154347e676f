using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>A class of members as the charter has it; “moi” adds one.</summary>
internal sealed class ClassModel(AllianceDesk desk, Texts text) : AllianceEditing<ClassInput>(desk, text)
{
    private MemberClass? _class;
    private IReadOnlyList<OrganisationKind>? _kinds;

    [FromRoute]
    public string Code { get; set; } = "";

    public bool IsNew => Code == New;

    public override string Address => AllianceRights.Classes;

    /// <summary>The right in Vietnamese; a key of the English table.</summary>
    public static string Of(Vote vote) => vote switch
    {
        Vote.Yes => "có",
        Vote.No => "không",
        _ => "Điều lệ chưa nêu hoặc chưa nhập",
    };

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        _class = IsNew ? null : await Desk.Db.Set<MemberClass>().SingleOrDefaultAsync(c => c.Code == Code, cancellationToken);
        return IsNew || _class is not null;
    }

    protected override ClassInput Stored() => _class is null ? new() : new()
    {
        Name = _class.Name,
        Meaning = _class.Meaning,
        Kinds = [.. _class.Kinds.Select(kind => kind.ToString())],
        MayVote = _class.MayVote is { } vote ? vote ? Vote.Yes : Vote.No : Vote.NotSaid,
        IsRetired = _class.IsRetired,
    };

    protected override IEnumerable<(string Label, string? Words)> Told(ClassInput input) =>
    [
        ("Tên loại thành viên", VietnameseText.OnOneLine(input.Name)),
        ("Ý nghĩa theo Điều lệ", Block(input.Meaning)),
        ("Dành cho loại hình", input.ChosenKinds() is { Count: > 0 } kinds ? string.Join("; ", kinds.Distinct().Order().Select(OrganisationKinds.Word)) : null),
        ("Quyền biểu quyết", Of(input.MayVote)),
        ("Không còn dùng để kết nạp", input.IsRetired ? "có" : "không"),
    ];

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        _kinds = Input.ChosenKinds();
        if (_kinds is null)
        {
            Wrong("Input.Kinds", "Chọn loại hình trong danh sách");
        }

        if (VietnameseText.OnOneLine(Input.Name) is { } name && await Desk.Db.Set<MemberClass>().AnyAsync(c => c.Name == name && (_class == null || c.Id != _class.Id), cancellationToken))
        {
            Wrong("Input.Name", "Đã có loại thành viên mang tên này");
        }
    }

    protected override async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var sheet = new MemberClassSheet(VietnameseText.OnOneLine(Input.Name)!, Block(Input.Meaning), _kinds!, Input.MayVote switch { Vote.Yes => true, Vote.No => false, _ => null });
        if (_class is null)
        {
            _class = new MemberClass(Guid.CreateVersion7(new DateTimeOffset(Desk.Now)), await CodeOfAsync(sheet.Name, cancellationToken), sheet);
            Desk.Db.Add(_class);
        }
        else
        {
            _class.Change(sheet);
        }

        _class.Retire(Input.IsRetired);
    }

    private async Task<string> CodeOfAsync(string name, CancellationToken cancellationToken)
    {
        var known = await Desk.Db.Set<MemberClass>().Select(c => c.Code).ToListAsync(cancellationToken);
        var slug = Slug.From(name, MemberClass.CodeMaxLength - 4);
        var code = slug;
        for (var number = 2; code == New || known.Contains(code); number++)
        {
            code = $"{slug}-{number}";
        }

        return code;
    }
}

internal enum Vote
{
    NotSaid,
    Yes,
    No,
}

internal sealed class ClassInput
{
    [Display(Name = "Tên loại thành viên")]
    [Required(ErrorMessage = "Nhập tên loại thành viên")]
    [StringLength(MemberClass.NameMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Ý nghĩa theo Điều lệ")]
    [StringLength(MemberClass.MeaningMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Meaning { get; set; }

    public List<string?> Kinds { get; set; } = [];

    /// <summary>Null where one of them is no kind of organisation.</summary>
    public IReadOnlyList<OrganisationKind>? ChosenKinds()
    {
        var chosen = new List<OrganisationKind>();
        foreach (var word in Kinds.Where(word => !string.IsNullOrEmpty(word)))
        {
            if (!OrganisationKinds.All.Any(kind => kind.ToString() == word))
            {
                return null;
            }

            chosen.Add(Enum.Parse<OrganisationKind>(word!));
        }

        return chosen;
    }

    [EnumDataType(typeof(Vote), ErrorMessage = "Chọn trong danh sách")]
    public Vote MayVote { get; set; }

    public bool IsRetired { get; set; }
}
