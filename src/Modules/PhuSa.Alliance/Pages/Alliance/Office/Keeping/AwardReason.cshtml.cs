using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>Writes what an award of a signed decision is for, in the decision's own words.</summary>
internal sealed class AwardReasonModel(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : AllianceEditing<AwardReasonInput>(desk, text)
{
    private CaseOfAddress _found = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "dong")]
    public Guid RowId { get; set; }

    public Award Award { get; private set; } = null!;

    public string Decision => _found.Name;

    public string Name { get; private set; } = "";

    public override string Address => _found.Case.AddressOf(Id);

    protected override bool MayBegin => !Award.IsOff && DecisionFlow.Table.Counting.Contains(_found.Decision.Status);

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await CaseOfAddress.FindAsync(Desk, cases, AwardCase.TheWord, Id, Text, cancellationToken) is not { } found
            || await Desk.Db.Set<Award>().SingleOrDefaultAsync(a => a.Id == RowId && a.DecisionId == Id, cancellationToken) is not { } award)
        {
            return false;
        }

        (_found, Award) = (found, award);
        Name = AwardCase.NameOf(award.RecipientName, award.OrganisationId, await Desk.Organisations.OfAsync(award.OrganisationId is { } own ? [own] : [], cancellationToken));
        return true;
    }

    protected override AwardReasonInput Stored() => new() { Reason = Award.Reason };

    protected override IEnumerable<(string Label, string? Words)> Told(AwardReasonInput input) => [("Lý do khen", VietnameseText.OnOneLine(input.Reason))];

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        _found.Decision.MustBeInForce();
        Award.GiveReason(VietnameseText.OnOneLine(Input.Reason));
        return Task.CompletedTask;
    }
}

internal sealed class AwardReasonInput
{
    [Display(Name = "Lý do khen")]
    [StringLength(Award.ReasonMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Reason { get; set; }
}
