using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;
using PhuSa.Alliance.Requests;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>Records that an organisation asks to become a member, or to move to another class.</summary>
internal sealed class NewRequestModel(AllianceDesk desk, MemberBook book, ClassNames classes, Texts text) : AlliancePage(desk, text)
{
    private OrganisationRow? _organisation;

    /// <summary>Made with the form, so that a form sent twice makes one request.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public NewRequestInput Input { get; set; } = new();

    [FromQuery(Name = "to-chuc")]
    public string? Organisation { get; set; }

    public ClassBook Classes { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        NewId = Guid.CreateVersion7(new DateTimeOffset(Desk.Now));
        Classes = await classes.AllAsync(cancellationToken);
        (Input.Organisation, Input.ReceivedOn) = (Organisation, Today);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Classes = await classes.AllAsync(cancellationToken);
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        if (await Desk.Db.Set<MembershipRequest>().AnyAsync(r => r.Id == NewId, cancellationToken))
        {
            return Redirect(AllianceRights.OfRequest(NewId));
        }

        await CheckAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Desk.Db.Add(new MembershipRequest(NewId, new RequestSheet(_organisation!.Id, Input.Class!, Input.ReceivedOn!.Value, VietnameseText.OnOneLine(Input.Slip)!, Block(Input.Note)), Desk.By, Desk.Now));
        await Desk.SaveAsync(cancellationToken);
        return Redirect(AllianceRights.OfRequest(NewId));
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Input.ReceivedOn > Today)
        {
            Wrong("Input.ReceivedOn", "Ngày nhận không thể sau hôm nay");
        }

        var memberClass = Input.Class is { } code ? Classes.Find(code) : null;
        if (Input.Class is not null && memberClass is null)
        {
            Wrong("Input.Class", "Chọn loại thành viên");
        }

        if (string.IsNullOrWhiteSpace(Input.Organisation))
        {
            return;
        }

        _organisation = await Desk.Organisations.NamedAsync(Input.Organisation, cancellationToken);
        if (_organisation is not { } organisation)
        {
            await WrongOrganisationAsync("Input.Organisation", Input.Organisation, cancellationToken);
            return;
        }

        try
        {
            memberClass?.MustTake(organisation.Kind);
        }
        catch (RefusedException e)
        {
            Wrong("Input.Class", e.Text, [.. e.Args.OfType<object>()]);
        }

        if (await Desk.Db.Set<MembershipRequest>().AnyAsync(r => r.OpenFor == organisation.Id, cancellationToken))
        {
            throw new RefusedException("Tổ chức này đang có một đề nghị chưa xong.");
        }

        if (memberClass is not null && (await book.HistoryAsync(organisation.Id, cancellationToken)).On(Today).Term?.ClassCode == memberClass.Code)
        {
            Wrong("Input.Class", "Tổ chức đang là thành viên thuộc loại này");
        }
    }
}

internal sealed class NewRequestInput
{
    [Display(Name = "Tổ chức đề nghị")]
    [Required(ErrorMessage = "Nhập mã hoặc tên tổ chức")]
    [StringLength(300, ErrorMessage = AllianceInput.TooLong)]
    public string? Organisation { get; set; }

    [Display(Name = "Loại thành viên")]
    [Required(ErrorMessage = "Chọn loại thành viên")]
    [StringLength(MemberClass.CodeMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Class { get; set; }

    [Display(Name = "Ngày nhận")]
    [Required(ErrorMessage = "Nhập ngày nhận")]
    [Range(typeof(DateOnly), AllianceInput.FirstDay, AllianceInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = AllianceInput.OutsideDays)]
    public DateOnly? ReceivedOn { get; set; }

    [Display(Name = "Phiếu, đơn đề nghị")]
    [Required(ErrorMessage = "Nhập tên, số, ngày của phiếu hoặc đơn")]
    [StringLength(MembershipRequest.SlipMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Slip { get; set; }

    [Display(Name = "Ghi chú")]
    [StringLength(MembershipRequest.NoteMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Note { get; set; }
}
