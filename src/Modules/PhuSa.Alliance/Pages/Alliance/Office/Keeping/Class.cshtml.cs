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
internal sealed class ClassModel(AllianceDesk desk, Texts text) : AlliancePage(desk, text)
{
    public const string New = "moi";

    private MemberClass? _class;

    [FromRoute]
    public string Code { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ClassInput Input { get; set; } = new();

    public bool IsNew => Code == New;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (_class is not null)
        {
            Version = _class.Version;
            Input = new ClassInput { Name = _class.Name, Meaning = _class.Meaning, Kinds = [.. _class.Kinds.Select(kind => kind.ToString())], MayVote = _class.MayVote is { } vote ? vote ? Vote.Yes : Vote.No : Vote.NotSaid, IsRetired = _class.IsRetired };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        var kinds = Input.ChosenKinds();
        if (kinds is null)
        {
            Wrong("Input.Kinds", "Chọn loại hình trong danh sách");
        }

        if (Line(Input.Name) is { } name && await Desk.Db.Set<MemberClass>().AnyAsync(c => c.Name == name && (_class == null || c.Id != _class.Id), cancellationToken))
        {
            Wrong("Input.Name", "Đã có loại thành viên mang tên này");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var sheet = new MemberClassSheet(Line(Input.Name)!, Block(Input.Meaning), kinds!, Input.MayVote switch { Vote.Yes => true, Vote.No => false, _ => null });
        if (_class is null)
        {
            _class = new MemberClass(Guid.CreateVersion7(new DateTimeOffset(Desk.Now)), await CodeOfAsync(sheet.Name, cancellationToken), sheet);
            Desk.Db.Add(_class);
        }
        else
        {
            Desk.Db.Entry(_class).Property(c => c.Version).OriginalValue = Version;
            _class.Change(sheet);
        }

        _class.Retire(Input.IsRetired);
        await Desk.SaveAsync(cancellationToken);
        return Redirect(AllianceRights.Classes);
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

    private async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        _class = IsNew ? null : await Desk.Db.Set<MemberClass>().SingleOrDefaultAsync(c => c.Code == Code, cancellationToken);
        return IsNew || _class is not null;
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
            if (!AllianceWords.Kinds.Any(kind => kind.ToString() == word))
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
