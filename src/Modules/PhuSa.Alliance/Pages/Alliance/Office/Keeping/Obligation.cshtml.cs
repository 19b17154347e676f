using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>What one party promised; “moi” adds an obligation.</summary>
internal sealed class ObligationModel(AllianceDesk desk, Texts text) : MemorandumPage(desk, text)
{
    public const string New = "moi";

    private Obligation? _obligation;

    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>Made with the form, so that a form sent twice makes one obligation.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public ObligationInput Input { get; set; } = new();

    public IReadOnlyList<OrganisationFact> Parties { get; private set; } = [];

    public bool IsNew => Id == New;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsReadAsync(cancellationToken) || _obligation is { Status: not ObligationStatus.Open })
        {
            return NotFound();
        }

        NewId = Guid.CreateVersion7(new DateTimeOffset(Desk.Now));
        if (_obligation is { } known)
        {
            Version = known.Version;
            Input = new ObligationInput { What = known.What, Owner = known.OwnerId, DueOn = known.DueOn };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsReadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Input.Owner is { } owner && Parties.All(party => party.Id != owner))
        {
            Wrong("Input.Owner", "Chọn bên thực hiện");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var sheet = new ObligationSheet(Block(Input.What)!, Input.Owner!.Value, Input.DueOn);
        if (_obligation is { } known)
        {
            Desk.Db.Entry(known).Property(o => o.Version).OriginalValue = Version;
            known.Change(sheet);
            await Desk.SaveAsync(cancellationToken);
        }
        else if (NewId == Guid.Empty)
        {
            return BadRequest();
        }
        else if (!await Desk.Db.Set<Obligation>().AnyAsync(o => o.Id == NewId, cancellationToken))
        {
            if (Memorandum.Status == MemorandumStatus.Ended)
            {
                throw new RefusedException("Bản ghi nhớ đã kết thúc thì không thêm nghĩa vụ được.");
            }

            Desk.Db.Add(new Obligation(NewId, Memorandum.Id, sheet, Desk.By, Desk.Now));
            await Desk.SaveAsync(cancellationToken);
        }

        return Redirect(Address);
    }

    private async Task<bool> IsReadAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return false;
        }

        Parties = [.. (await Desk.Organisations.OfAsync([Memorandum.PartyAId, Memorandum.PartyBId], cancellationToken)).Values];
        _obligation = Guid.TryParse(Id, out var id) ? await ObligationAsync(id, cancellationToken) : null;
        return IsNew || _obligation is not null;
    }
}

internal sealed class ObligationInput
{
    [Display(Name = "Nội dung nghĩa vụ")]
    [Required(ErrorMessage = "Nhập nghĩa vụ")]
    [StringLength(Obligation.WhatMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? What { get; set; }

    [Display(Name = "Bên thực hiện")]
    [Required(ErrorMessage = "Chọn bên thực hiện")]
    public Guid? Owner { get; set; }

    [Display(Name = "Hạn")]
    [Range(typeof(DateOnly), AllianceInput.FirstDay, AllianceInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = AllianceInput.OutsideDays)]
    public DateOnly? DueOn { get; set; }
}
