using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Applications;
using PhuSa.Marks.Attachments;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Applications;

/// <summary>A photo that was put to a check by mistake goes again, while the application is open.</summary>
internal sealed class CheckDetachModel(ApplicationDesk desk, IFiles files, Texts text) : DetachPage<MarkApplication>(files, text, CheckFiles.Attaching)
{
    [FromRoute(Name = "viec")]
    public Guid ActId { get; set; }

    public override string Address => ApplicationDesk.Of(Id);

    protected override Guid OwnerId => ActId;

    protected override async Task<MarkApplication?> FindAsync(CancellationToken cancellationToken) =>
        await desk.FindKeptAsync(Id, cancellationToken) is { IsOpen: true } application && application.Acts.Any(act => act.Id == ActId && act.IsCheck) ? application : null;
}
