using PhuSa.Marks.Applications;
using PhuSa.Marks.Attachments;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Applications;

/// <summary>A photo that was sent by mistake goes again, while the application is open.</summary>
internal sealed class DetachModel(ApplicationDesk desk, IFiles files, Texts text) : DetachPage<MarkApplication>(files, text, ApplicationFiles.Attaching)
{
    public override string Address => ApplicationDesk.Of(Id);

    protected override async Task<MarkApplication?> FindAsync(CancellationToken cancellationToken) =>
        await desk.FindKeptAsync(Id, cancellationToken) is { IsOpen: true } application ? application : null;
}
