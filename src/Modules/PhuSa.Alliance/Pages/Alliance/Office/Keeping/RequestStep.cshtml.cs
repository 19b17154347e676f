using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Office;
using PhuSa.Alliance.Requests;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>One step of a request with what is to be said about it: appraised, returned, filed again, taken back.</summary>
internal sealed class RequestStepModel(AllianceDesk desk, Texts text) : AlliancePage(desk, text)
{
    /// <summary>The steps by the word of the address.</summary>
    public static IReadOnlyDictionary<string, RequestAction> Words { get; } = new Dictionary<string, RequestAction>(StringComparer.Ordinal)
    {
        ["tham-dinh"] = RequestAction.Appraise,
        ["nop-lai"] = RequestAction.Refile,
        ["tra-lai"] = RequestAction.Return,
        ["rut"] = RequestAction.TakeBack,
    };

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "buoc")]
    public string StepWord { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public RequestStepInput Input { get; set; } = new();

    public MembershipRequest Kept { get; private set; } = null!;

    public OrganisationFact Organisation { get; private set; } = null!;

    public RequestAction Action { get; private set; }

    public string Address => AllianceRights.OfRequest(Id);

    /// <summary>What the field asks for.</summary>
    public string Asks => Action == RequestAction.Appraise ? "Kết quả thẩm định" : Action == RequestAction.Refile ? "Đã bổ sung gì" : "Lý do";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken) || RequestFlow.Table.Next(Kept.Status, Action) is null)
        {
            return NotFound();
        }

        Version = Kept.Version;
        Input.Room = Kept.Room;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Action == RequestAction.Appraise && Line(Input.Room) is null)
        {
            Wrong("Input.Room", "Nhập phòng thẩm định");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Desk.Db.Entry(Kept).Property(r => r.Version).OriginalValue = Version;
        Take(Block(Input.Why)!);
        await Desk.SaveAsync(cancellationToken);
        return Redirect(Address);
    }

    private void Take(string why)
    {
        switch (Action)
        {
            case RequestAction.Appraise:
                Kept.Appraise(Line(Input.Room)!, why, Desk.By, Desk.Now);
                break;
            case RequestAction.Return:
                Kept.Return(why, Desk.By, Desk.Now);
                break;
            case RequestAction.Refile:
                Kept.Refile(why, Desk.By, Desk.Now);
                break;
            default:
                Kept.TakeBack(why, Desk.By, Desk.Now);
                break;
        }
    }

    private async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (!Words.TryGetValue(StepWord, out var action) || await Desk.Db.Set<MembershipRequest>().AsSplitQuery().SingleOrDefaultAsync(r => r.Id == Id, cancellationToken) is not { } request)
        {
            return false;
        }

        (Kept, Action) = (request, action);
        Organisation = await Desk.FactAsync(request.OrganisationId, cancellationToken);
        return true;
    }
}

internal sealed class RequestStepInput : ReasonInput
{
    [Display(Name = "Phòng thẩm định")]
    [StringLength(MembershipRequest.RoomMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Room { get; set; }
}
