using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>Records a memorandum that was signed.</summary>
internal sealed class NewMemorandumModel(AllianceDesk desk, Texts text) : AlliancePage(desk, text)
{
    /// <summary>Made with the form, so that a form sent twice makes one record.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public NewMemorandumInput Input { get; set; } = new();

    public void OnGet() => NewId = Guid.CreateVersion7(new DateTimeOffset(Desk.Now));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        if (await Desk.Db.Set<Memorandum>().AnyAsync(m => m.Id == NewId, cancellationToken))
        {
            return Redirect($"{AllianceRights.Memoranda}/{NewId:N}");
        }

        if (Input.SignedOn is null && ModelState["Input.SignedOn"] is not { Errors.Count: > 0 })
        {
            Wrong("Input.SignedOn", MemorandumInput.NoDay);
        }

        if (Input.SignedOn > Today)
        {
            Wrong("Input.SignedOn", "Ngày ký không thể sau hôm nay");
        }

        var one = await PartyAsync("Input.PartyA", Input.PartyA, cancellationToken);
        var other = await PartyAsync("Input.PartyB", Input.PartyB, cancellationToken);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var further = await FurtherParties.ReadAsync(Desk, Input.OtherParties, [], cancellationToken);
        if (further.Against(one!.Id, other!.Id) is { } against)
        {
            Wrong("Input.OtherParties", against);
            return Invalid();
        }

        var facts = new MemorandumFacts(VietnameseText.OnOneLine(Input.Title)!, RecordTime.Day(Input.SignedOn!.Value), Block(Input.About), PaperId: null, Programme: null, Source: null);
        var memorandum = new Memorandum(NewId, NewId.ToString("N"), one.Id, other.Id, facts, MemorandumStatus.Signed, Desk.By, Desk.Now);
        memorandum.Agree(Input.Terms(VietnameseText.OnOneLine(Input.Field), further.Others));
        Desk.Db.Add(memorandum);
        await further.WriteAsync(Desk, memorandum, cancellationToken);
        await Desk.SaveAsync(cancellationToken);
        return Redirect($"{AllianceRights.Memoranda}/{memorandum.Code}");
    }

    private async Task<OrganisationRow?> PartyAsync(string field, string? typed, CancellationToken cancellationToken)
    {
        var found = await Desk.Organisations.NamedAsync(typed, cancellationToken);
        if (found is null && VietnameseText.OnOneLine(typed) is not null)
        {
            await WrongOrganisationAsync(field, typed, cancellationToken);
        }

        return found;
    }
}
