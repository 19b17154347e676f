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
internal sealed class ObligationModel(AllianceDesk desk, Texts text) : AllianceEditing<ObligationInput>(desk, text)
{
    private Obligation? _obligation;

    [FromRoute]
    public string Code { get; set; } = "";

    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>Made with the form, so that a form sent twice makes one obligation.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    public Memorandum Memorandum { get; private set; } = null!;

    public IReadOnlyList<OrganisationFact> Parties { get; private set; } = [];

    public bool IsNew => Id == New;

    public override string Address => MemorandumOfAddress.AddressOf(Memorandum);

    protected override bool MayBegin => _obligation is null or { Status: ObligationStatus.Open };

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await Desk.MemorandumAsync(Code, cancellationToken) is not { } memorandum)
        {
            return false;
        }

        Memorandum = memorandum;
        Parties = [.. (await Desk.Organisations.OfAsync((await Desk.Db.FurtherPartiesAsync([memorandum], cancellationToken)).PartiesOf(memorandum), cancellationToken)).Values];
        _obligation = Guid.TryParse(Id, out var id) ? await Desk.Db.Set<Obligation>().AsSplitQuery().SingleOrDefaultAsync(o => o.Id == id && o.MemorandumId == memorandum.Id, cancellationToken) : null;
        if (NewId == Guid.Empty)
        {
            NewId = Guid.CreateVersion7(new DateTimeOffset(Desk.Now));
        }

        return IsNew || _obligation is not null;
    }

    protected override ObligationInput Stored() => _obligation is { } known ? new() { What = known.What, Owner = known.OwnerId, DueOn = known.DueOn } : new();

    protected override IEnumerable<(string Label, string? Words)> Told(ObligationInput input) =>
    [
        ("Nội dung nghĩa vụ", Block(input.What)),
        ("Bên thực hiện", Parties.FirstOrDefault(party => party.Id == input.Owner)?.Name),
        ("Hạn", Day(input.DueOn)),
    ];

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Input.Owner is { } owner && Parties.All(party => party.Id != owner))
        {
            Wrong("Input.Owner", "Chọn bên thực hiện");
        }

        return Task.CompletedTask;
    }

    protected override async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var sheet = new ObligationSheet(Block(Input.What)!, Input.Owner!.Value, Input.DueOn);
        if (_obligation is { } known)
        {
            known.Change(sheet);
        }
        else if (!await Desk.Db.Set<Obligation>().AnyAsync(o => o.Id == NewId, cancellationToken))
        {
            if (Memorandum.Status is MemorandumStatus.Ended or MemorandumStatus.Mistaken)
            {
                throw new RefusedException("Bản ghi nhớ đã kết thúc hoặc ghi nhầm thì không thêm nghĩa vụ được.");
            }

            Desk.Db.Add(new Obligation(NewId, Memorandum.Id, sheet, Desk.By, Desk.Now));
        }
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
