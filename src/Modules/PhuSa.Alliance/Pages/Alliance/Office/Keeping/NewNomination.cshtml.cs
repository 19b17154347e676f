using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Nominations;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>Records that a collective or a person is nominated for an award.</summary>
internal sealed class NewNominationModel(AllianceDesk desk, Texts text) : AlliancePage(desk, text)
{
    private OrganisationRow? _organisation;

    /// <summary>Made with the form, so that a form sent twice makes one nomination.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public NominationInput Input { get; set; } = new();

    [FromQuery(Name = "to-chuc")]
    public string? Organisation { get; set; }

    public IReadOnlyList<AwardKind> Kinds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        NewId = Guid.CreateVersion7(new DateTimeOffset(Desk.Now));
        (Input.Organisation, Input.NominatedOn) = (Organisation, Today);
        await ReadKindsAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadKindsAsync(cancellationToken);
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        if (await Desk.Db.Set<Nomination>().AnyAsync(n => n.Id == NewId, cancellationToken))
        {
            return Redirect($"{AllianceRights.Awards}/{NewId}");
        }

        await CheckAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Desk.Db.Add(new Nomination(NewId, new NominationSheet(Input.Kind!.Value, Input.Scope!.Value, _organisation?.Id, VietnameseText.OnOneLine(Input.Recipient), Block(Input.Merits)!, VietnameseText.OnOneLine(Input.Reason), Input.NominatedOn!.Value), Desk.By, Desk.Now));
        await Desk.SaveAsync(cancellationToken);
        return Redirect($"{AllianceRights.Awards}/{NewId}");
    }

    private async Task ReadKindsAsync(CancellationToken cancellationToken) =>
        Kinds = await Desk.Db.Set<AwardKind>().AsNoTracking().Where(k => !k.IsRetired).OrderBy(k => k.Id).ToListAsync(cancellationToken);

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Input.NominatedOn > Today)
        {
            Wrong("Input.NominatedOn", "Ngày đề nghị không thể sau hôm nay");
        }

        if (Input.Kind is { } kind && Kinds.All(known => known.Id != kind))
        {
            Wrong("Input.Kind", "Chọn hình thức khen thưởng");
        }

        if (VietnameseText.OnOneLine(Input.Organisation) is { } typed && (_organisation = await Desk.Organisations.NamedAsync(typed, cancellationToken)) is null)
        {
            await WrongOrganisationAsync("Input.Organisation", typed, cancellationToken);
        }

        var (person, organisation) = (VietnameseText.OnOneLine(Input.Recipient), VietnameseText.OnOneLine(Input.Organisation));
        if (Input.Scope == AwardScope.Individual && person is null)
        {
            Wrong("Input.Recipient", "Nhập tên người được đề nghị");
        }

        if (Input.Scope == AwardScope.Collective && person is null == organisation is null)
        {
            Wrong("Input.Organisation", "Ghi tổ chức có trong sổ, hoặc ghi tên tập thể nếu chưa có trong sổ; không ghi cả hai");
        }
    }
}

internal sealed class NominationInput
{
    [Display(Name = "Hình thức khen thưởng")]
    [Required(ErrorMessage = "Chọn hình thức khen thưởng")]
    public Guid? Kind { get; set; }

    [Display(Name = "Đối tượng")]
    [Required(ErrorMessage = "Chọn tập thể hay cá nhân")]
    [EnumDataType(typeof(AwardScope), ErrorMessage = "Chọn tập thể hay cá nhân")]
    public AwardScope? Scope { get; set; }

    [Display(Name = "Tổ chức")]
    [StringLength(300, ErrorMessage = AllianceInput.TooLong)]
    public string? Organisation { get; set; }

    [Display(Name = "Tên cá nhân, hoặc tập thể chưa có trong sổ")]
    [StringLength(Award.RecipientMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Recipient { get; set; }

    [Display(Name = "Thành tích")]
    [Required(ErrorMessage = "Nhập thành tích")]
    [StringLength(Nomination.MeritsMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Merits { get; set; }

    [Display(Name = "Lý do khen")]
    [StringLength(Award.ReasonMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Reason { get; set; }

    [Display(Name = "Ngày đề nghị")]
    [Required(ErrorMessage = "Nhập ngày đề nghị")]
    [Range(typeof(DateOnly), AllianceInput.FirstDay, AllianceInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = AllianceInput.OutsideDays)]
    public DateOnly? NominatedOn { get; set; }
}
