using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Office;
using PhuSa.Alliance.Requests;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>One step of a request with what is to be said about it: appraised, returned, filed again, taken back.</summary>
internal sealed class RequestStepModel(AllianceDesk desk, Texts text) : AllianceStepPage(desk, text)
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
    public RequestStepInput Input { get; set; } = new();

    public MembershipRequest Kept { get; private set; } = null!;

    public OrganisationFact Organisation { get; private set; } = null!;

    public RequestAction Action { get; private set; }

    public override string Address => AllianceRights.OfRequest(Id);

    /// <summary>What the field asks for.</summary>
    public string Asks => Action == RequestAction.Appraise ? "Kết quả thẩm định" : Action == RequestAction.Refile ? "Đã bổ sung gì" : "Lý do";

    protected override int VersionNow => Kept.Version;

    protected override bool IsNext => RequestFlow.Table.Next(Kept.Status, Action) is not null;

    protected override string Standing => RequestFlow.Table[Kept.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => Kept.Steps;

    protected override void Begin() => Input.Room = Kept.Room;

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Input.Why) && Action is RequestAction.Appraise or RequestAction.Refile)
        {
            // The field is called otherwise here than where a reason is asked for.
            ModelState["Input.Why"]?.Errors.Clear();
            Wrong("Input.Why", Action == RequestAction.Appraise ? "Nhập kết quả thẩm định" : "Ghi đã bổ sung gì");
        }

        if (Action == RequestAction.Appraise && VietnameseText.OnOneLine(Input.Room) is null)
        {
            Wrong("Input.Room", "Nhập phòng thẩm định");
        }

        return Task.CompletedTask;
    }

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        Take(Block(Input.Why)!);
        return Task.CompletedTask;
    }

    private void Take(string why)
    {
        switch (Action)
        {
            case RequestAction.Appraise:
                Kept.Appraise(VietnameseText.OnOneLine(Input.Room)!, why, Desk.By, Desk.Now);
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

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
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
