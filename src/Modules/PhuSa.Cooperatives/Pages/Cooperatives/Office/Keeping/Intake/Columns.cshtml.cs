using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Intake;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping.Intake;

/// <summary>Which column says what. A guess stands there, with the first rows beside it; a person says it is right.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ColumnsModel(IntakeDesk desk, ISignedIn signedIn, TimeProvider clock, Texts text) : PageModel
{
    /// <summary>The button that reads the header anew and keeps nothing.</summary>
    public const string Look = "doc";

    public static IReadOnlyList<(long Unit, string Name)> Units { get; } = [(1, "đồng"), (1_000, "nghìn đồng"), (1_000_000, "triệu đồng"), (1_000_000_000, "tỷ đồng")];

    [BindProperty]
    public ColumnsInput Input { get; set; } = new();

    [BindProperty]
    public string? Do { get; set; }

    public RegistryIntake Intake { get; private set; } = null!;

    public LooseRow Header { get; private set; } = null!;

    public IReadOnlyList<KeptLayout> Layouts { get; private set; } = [];

    /// <summary>The first rows under the header.</summary>
    public IReadOnlyList<LooseRow> Samples { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(id, headerLine: null, cancellationToken))
        {
            return NotFound();
        }

        Guess();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(id, Input.HeaderLine, cancellationToken))
        {
            return NotFound();
        }

        if (Do == Look)
        {
            ModelState.Clear();
            Guess();
            return Page();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        Intake.LayOut(Header.Cells, new IntakeLayout(Header.Line, Input.Targets, Input.Kind!.Value, Input.Year, Input.MoneyUnit, Input.SameByNameAndPlace)
        {
            Names = Input.NamesAreOfficial ? TableNames.Official : TableNames.AsDesksWrite,
        });
        if (Input.KeepAs?.Trim() is { Length: > 0 } name)
        {
            await desk.KeepLayoutAsync(signedIn.Person!.OrganisationId, name, Intake, cancellationToken);
        }

        await desk.Db.SaveChangesAsync(cancellationToken);
        return Redirect($"{IntakeDesk.Address}/{id}");
    }

    private async Task<bool> IsFoundAsync(Guid id, int? headerLine, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, signedIn.Person!, cancellationToken) is not { Status: IntakeStatus.Draft } intake)
        {
            return false;
        }

        Intake = intake;
        var rows = await desk.RowsAsync(intake, cancellationToken);
        var line = headerLine ?? (intake.HasLayout ? intake.HeaderLine : null);
        Header = (line is { } chosen ? rows.FirstOrDefault(row => row.Line == chosen) : null) ?? IntakeDesk.HeaderOf(rows);
        Samples = [.. IntakeDesk.Below(rows, Header.Line).Take(IntakeDesk.Samples)];
        Layouts = await desk.LayoutsAsync(signedIn.Person!.OrganisationId, cancellationToken);
        return true;
    }

    /// <summary>What was said before, or what a kept layout of the same headings says, or else what the headings seem to mean.</summary>
    private void Guess()
    {
        var kept = Layouts.FirstOrDefault(layout => layout.Fits(Header.Cells));
        var again = Intake.HasLayout && Intake.HeaderLine == Header.Line;
        var layout = again ? Intake.Layout : null;
        Input = new ColumnsInput
        {
            HeaderLine = Header.Line,
            Targets = [.. layout?.Targets ?? kept?.Meant ?? IntakeTargetFacts.Guess(Header.Cells)],
            Kind = layout?.Kind ?? OrganisationKind.Cooperative,
            Year = layout?.Year,
            MoneyUnit = layout?.MoneyUnit ?? kept?.MoneyUnit ?? UnitIn(Header.Cells),
            SameByNameAndPlace = layout?.SameByNameAndPlace ?? false,
            NamesAreOfficial = layout?.Names == TableNames.Official,
            KeepAs = kept?.Name,
        };
    }

    private static long UnitIn(IReadOnlyList<string> headings)
    {
        var folded = string.Join(' ', headings.Select(SearchText.Fold));
        return folded.Contains("ty dong", StringComparison.Ordinal) ? 1_000_000_000 : folded.Contains("trieu", StringComparison.Ordinal) ? 1_000_000 : folded.Contains("nghin dong", StringComparison.Ordinal) || folded.Contains("1000 dong", StringComparison.Ordinal) ? 1_000 : 1;
    }

    private void Check()
    {
        if (Input.HeaderLine != Header.Line || Input.Targets.Count != Header.Cells.Count || Input.Targets.Exists(target => target != IntakeTarget.None && !IntakeTargetFacts.All.Any(facts => facts.Target == target)))
        {
            ModelState.AddModelError("Input.HeaderLine", text["Dòng tiêu đề đã khác; bấm “Đọc lại tiêu đề” rồi xem lại các cột."]);
            return;
        }

        foreach (var (target, at) in Input.Targets.Select((target, at) => (target, at)).Where(pair => pair.target != IntakeTarget.None && Input.Targets.IndexOf(pair.target) < pair.at))
        {
            ModelState.AddModelError($"Input.Targets[{at}]", text["“{0}” đã chọn cho một cột trước; mỗi mục một cột.", text[IntakeTargetFacts.Of(target).Name]]);
        }

        if (!Input.Targets.Any(target => target is IntakeTarget.Name or IntakeTarget.Code or IntakeTarget.Number))
        {
            ModelState.AddModelError("Input.Targets[0]", text["Chọn ít nhất một cột tên, mã hoặc số đăng ký"]);
        }

        if (Input.Kind is { } kind && !RegistryKinds.All.Contains(kind))
        {
            ModelState.AddModelError("Input.Kind", text["Chọn loại hình trong danh sách"]);
        }

        if (Input.Year is { } year && (year < CooperativeYear.FirstYear || year > VietnamTime.Today(clock).Year))
        {
            ModelState.AddModelError("Input.Year", text["Năm phải từ {0} đến năm nay", CooperativeYear.FirstYear]);
        }

        if (!Units.Any(unit => unit.Unit == Input.MoneyUnit))
        {
            ModelState.AddModelError("Input.MoneyUnit", text["Chọn đơn vị tiền trong danh sách"]);
        }
    }
}

internal sealed class ColumnsInput
{
    [Display(Name = "Dòng tiêu đề")]
    [Required(ErrorMessage = "Nhập số của dòng tiêu đề")]
    public int? HeaderLine { get; set; }

    public List<IntakeTarget> Targets { get; set; } = [];

    [Display(Name = "Loại hình")]
    [Required(ErrorMessage = "Chọn loại hình trong danh sách")]
    public OrganisationKind? Kind { get; set; }

    [Display(Name = "Năm của số liệu")]
    public int? Year { get; set; }

    [Display(Name = "Đơn vị tiền")]
    public long MoneyUnit { get; set; } = 1;

    [Display(Name = "Cùng tên và cùng nơi thì coi là một hồ sơ")]
    public bool SameByNameAndPlace { get; set; }

    [Display(Name = "Tên trong bảng là tên chính thức")]
    public bool NamesAreOfficial { get; set; }

    [Display(Name = "Giữ cách đọc này với tên")]
    [StringLength(KeptLayout.NameMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? KeepAs { get; set; }
}
