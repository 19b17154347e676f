using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Products;
using PhuSa.Platform;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Products.Office.Keeping;

/// <summary>Which papers of the file are there.</summary>
internal sealed class DossierModel(OcopDesk desk, Texts text) : EvaluationPage(desk, text)
{
    /// <summary>Empty rows for papers that an officer adds.</summary>
    private const int Spare = 2;
    private const int MostRows = 40;

    [BindProperty]
    public DossierInput Input { get; set; } = new();

    public bool IsOfRule(DossierRow row) => ItemOf(row)?.IsOfRule == true;

    public string? NameOf(DossierRow row) => ItemOf(row)?.Name;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsEvaluationAsync(cancellationToken) || Evaluation.Status != OcopEvaluationStatus.Preparing)
        {
            return NotFound();
        }

        Version = Evaluation.Version;
        Input.Rows =
        [
            .. Evaluation.Dossier.OrderBy(item => item.Id).Select(item => new DossierRow { Id = item.Id, Name = item.Name, ReceivedOn = item.ReceivedOn }),
            .. Enumerable.Range(0, Spare).Select(_ => new DossierRow()),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsEvaluationAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Input.Rows.Count > MostRows)
        {
            return BadRequest();
        }

        for (var i = 0; i < Input.Rows.Count; i++)
        {
            var row = Input.Rows[i];
            if (row.ReceivedOn > Today)
            {
                Wrong($"Input.Rows[{i}].ReceivedOn", "Ngày nhận không thể sau hôm nay");
            }

            if (!IsOfRule(row) && row.ReceivedOn is not null && VietnameseText.OnOneLine(row.Name) is null)
            {
                Wrong($"Input.Rows[{i}].Name", "Nhập tên giấy tờ");
            }
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Stale(Evaluation.Version, Told()) is { } stale)
        {
            // A row that the other added is not crossed out by a form that does not have it.
            Input.Rows.AddRange(Evaluation.Dossier.Where(item => Input.Rows.TrueForAll(row => row.Id != item.Id)).OrderBy(item => item.Id).Select(item => new DossierRow { Id = item.Id, Name = item.Name, ReceivedOn = item.ReceivedOn }));
            return stale;
        }

        EvaluationMustBeAsShown();
        Evaluation.KeepDossier([.. Input.Rows.Where(row => IsOfRule(row) || VietnameseText.OnOneLine(row.Name) is not null).Select(row => new OcopDossierLine(row.Id, VietnameseText.OnOneLine(row.Name), row.ReceivedOn))], Desk.Now);
        await Desk.SaveAsync(cancellationToken);
        return Redirect(Address);
    }

    private IEnumerable<Difference> Told() => Evaluation.Dossier.OrderBy(item => item.Id).Select(item => Input.Rows.Find(row => row.Id == item.Id) is { } row
        ? new Difference(item.Name, Words(IsOfRule(row) ? item.Name : VietnameseText.OnOneLine(row.Name), row.ReceivedOn), Words(item.Name, item.ReceivedOn))
        : new Difference(item.Name, Typed: null, Words(item.Name, item.ReceivedOn)));

    private string? Words(string? name, DateOnly? received) => name is null ? null : received is { } day ? Text["{0}: đã nhận ngày {1}", name, VietnamTime.Written(day)] : Text["{0}: chưa nhận", name];

    private OcopDossierItem? ItemOf(DossierRow row) => Evaluation.Dossier.FirstOrDefault(item => item.Id == row.Id);
}

internal sealed class DossierInput
{
    public List<DossierRow> Rows { get; set; } = [];
}

internal sealed class DossierRow
{
    public Guid? Id { get; set; }

    [Display(Name = "Tên giấy tờ")]
    [StringLength(OcopDossierItem.NameMaxLength, ErrorMessage = OcopInput.TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Ngày nhận")]
    [Range(typeof(DateOnly), OcopInput.FirstDay, OcopInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = OcopInput.OutsideDays)]
    public DateOnly? ReceivedOn { get; set; }
}
