using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Ceremonies;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Ceremonies;

/// <summary>Puts right what is written of a ceremony; the rights that it names stay, and so do their days.</summary>
internal sealed class EditModel(CeremonyDesk desk, Texts text) : CeremonyPage(desk, text)
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Name => Ceremony!.Name;

    public override string Address => CeremonyDesk.Of(Id);

    protected override string Home => Address;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        Ceremony = await Desk.FindKeptAsync(Id, cancellationToken);
        await ReadAsync(cancellationToken);
        return Ceremony is not null;
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        Ceremony!.Write(Said, Handed);
        return Task.CompletedTask;
    }
}
