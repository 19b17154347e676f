using PhuSa.Marks.Applications;
using PhuSa.Marks.Attachments;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Own;

/// <summary>Photos from the phone, while it is the applicant's turn.</summary>
[UploadLimit(ApplicationFiles.MaxMegabytes)]
internal sealed class AttachModel(ApplicationDesk desk, IFiles files, Texts text) : AttachPage<MarkApplication>(files, text, ApplicationFiles.Attaching)
{
    public override string Address => ApplicationDesk.OwnOf(Id);

    protected override async Task<MarkApplication?> FindAsync(CancellationToken cancellationToken) =>
        await desk.FindOwnAsync(Id, cancellationToken) is { IsTheirs: true } application ? application : null;
}
