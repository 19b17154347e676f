using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Deciding;

/// <summary>Records that a member was suspended, restored, let go or excluded, with day, paper and reason.</summary>
internal sealed class ActModel(AllianceDesk desk, MemberBook book, Texts text) : AlliancePage(desk, text)
{
    private Membership? _record;
    private MembershipHistory _history = null!;

    [BindProperty]
    public ActInput Input { get; set; } = new();

    /// <summary>How much was on record when the form was opened: what came since is to be seen first.</summary>
    [BindProperty]
    public int Version { get; set; }

    public OrganisationRow Organisation { get; private set; } = null!;

    public string Address => AllianceRights.OfMember(Organisation.Code);

    /// <summary>What may be done from here.</summary>
    public IReadOnlyList<MembershipAction> Next { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(code, cancellationToken) || Next.Count == 0)
        {
            return NotFound();
        }

        Version = VersionNow;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(code, cancellationToken))
        {
            return NotFound();
        }

        if (Input.On > Today)
        {
            Wrong("Input.On", "Ngày có hiệu lực không thể sau hôm nay");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Version != VersionNow)
        {
            throw new RefusedException("Hồ sơ vừa được người khác thay đổi: nay là “{0}”. Hãy xem lại rồi thử lại.", MemberFilter.WordOf(MemberFilter.LineOf(new MemberFile(Organisation, _history, null), Today).StateWord));
        }

        if (_record is null)
        {
            _record = new Membership(Organisation.Id, Organisation.Code);
            Desk.Db.Add(_record);
        }

        _record.Record(_history, Organisation.Name, Input.Action!.Value, new MembershipNews(Input.On!.Value, Line(Input.Source)!, Block(Input.Why)!), Today, Desk.By, Desk.Now);
        await Desk.SaveAsync(cancellationToken);
        return Redirect(Address);
    }

    /// <summary>Zero while nothing is on record.</summary>
    private int VersionNow => _record is null ? 0 : _record.Version + 1;

    private async Task<bool> IsFoundAsync(string code, CancellationToken cancellationToken)
    {
        if (await Desk.Organisations.Rows.SingleOrDefaultAsync(o => o.Code == code, cancellationToken) is not { } organisation || await book.OfAsync(organisation.Id, cancellationToken) is not { } file)
        {
            return false;
        }

        (Organisation, _history) = (organisation, file.History);
        _record = await Desk.Db.Set<Membership>().AsSplitQuery().SingleOrDefaultAsync(m => m.Id == organisation.Id, cancellationToken);
        var standing = _history.On(Today);
        var from = standing.State ?? (standing.IsUnknown ? MembershipState.Member : null);
        Next = from is null ? [] : [.. MembershipFlow.Recorded.Where(action => MembershipFlow.Table.Next(from.Value, action) is not null)];
        return true;
    }
}

internal sealed class ActInput : ReasonInput
{
    [Display(Name = "Việc ghi nhận")]
    [Required(ErrorMessage = "Chọn việc cần ghi nhận")]
    [EnumDataType(typeof(MembershipAction), ErrorMessage = "Chọn việc cần ghi nhận")]
    public MembershipAction? Action { get; set; }

    [Display(Name = "Có hiệu lực từ ngày")]
    [Required(ErrorMessage = "Nhập ngày có hiệu lực")]
    [Range(typeof(DateOnly), AllianceInput.FirstDay, AllianceInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = AllianceInput.OutsideDays)]
    public DateOnly? On { get; set; }

    [Display(Name = "Theo giấy tờ")]
    [Required(ErrorMessage = "Nhập số, ngày của đơn hoặc quyết định")]
    [StringLength(MembershipAct.SourceMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Source { get; set; }
}
