using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Ceremonies;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Ceremonies;

/// <summary>Writes a ceremony down; its rights are named next.</summary>
internal sealed class NewModel(CeremonyDesk desk, Texts text) : CeremonyPage(desk, text)
{
    /// <summary>Made with the form, so that a form sent twice writes one ceremony down.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    public override string Address => CeremonyDesk.Address;

    protected override string Home => CeremonyDesk.Of(NewId);

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        NewId = NewId == Guid.Empty ? Guid.CreateVersion7(new DateTimeOffset(Desk.Grants.Now)) : NewId;
        await ReadAsync(cancellationToken);
        return true;
    }

    protected override async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (await Desk.Db.Set<HandoverCeremony>().AnyAsync(c => c.Id == NewId, cancellationToken))
        {
            return;
        }

        var ceremony = new HandoverCeremony(NewId, Desk.Grants.Person.OrganisationId);
        ceremony.Write(Said, []);
        Desk.Db.Add(ceremony);
    }
}
