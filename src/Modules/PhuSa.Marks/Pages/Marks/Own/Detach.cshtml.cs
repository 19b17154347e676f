using PhuSa.Marks.Applications;
using PhuSa.Marks.Attachments;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Own;

/// <summary>A photo that was sent by mistake goes again, while it is the applicant's turn.</summary>
internal sealed class DetachModel(ApplicationDesk desk, IFiles files, Texts text) : DetachPage<MarkApplication>(files, text, ApplicationFiles.Attaching)
{
    public override string Address => ApplicationDesk.OwnOf(Id);

    protected override async Task<MarkApplication?> FindAsync(CancellationToken cancellationToken) =>
        await desk.FindOwnAsync(Id, cancellationToken) is { IsTheirs: true } application ? application : null;
}
