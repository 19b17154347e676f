using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.CertificationMarks;

/// <summary>What is written of a mark is put right.</summary>
internal sealed class EditModel(MarkDesk desk, Texts text) : MarkForm(desk, text)
{
    private string? _owner;

    [FromRoute]
    public string Slug { get; set; } = "";

    public CertificationMark Mark { get; private set; } = null!;

    public string Address => $"{MarkRights.Marks}/{Mark.Slug}";

    protected override string Home => Address;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await Desk.FindKeptAsync(Slug, cancellationToken) is not { } mark)
        {
            return false;
        }

        Mark = mark;
        _owner = mark.OwnerId is { } owner ? (await Desk.Grants.Organisations.OfAsync([owner], cancellationToken)).GetValueOrDefault(owner)?.Code : null;
        return true;
    }

    protected override MarkInput Stored() => new() { Name = Mark.Name, Owner = _owner, RegistrationNumber = Mark.RegistrationNumber, RegisteredOn = Mark.RegisteredOn, RegistrationEndsOn = Mark.RegistrationEndsOn, Goods = Mark.Goods };

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        Put(Mark, Mark.RegulationId, Mark.Source);
        return Task.CompletedTask;
    }
}
