using PhuSa.Marks.Applications;
using PhuSa.Marks.Attachments;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Applications;

/// <summary>Photos and papers, of a field check among them, while the application is open.</summary>
[UploadLimit(ApplicationFiles.MaxMegabytes)]
internal sealed class AttachModel(ApplicationDesk desk, IFiles files, Texts text) : AttachPage<MarkApplication>(files, text, ApplicationFiles.Attaching)
{
    public override string Address => ApplicationDesk.Of(Id);

    protected override async Task<MarkApplication?> FindAsync(CancellationToken cancellationToken) =>
        await desk.FindKeptAsync(Id, cancellationToken) is { IsOpen: true } application ? application : null;
}
