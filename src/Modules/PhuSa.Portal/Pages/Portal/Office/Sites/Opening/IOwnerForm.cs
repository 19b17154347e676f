using PhuSa.Platform.Rights;

namespace PhuSa.Portal.Pages.Portal.Office.Sites.Opening;

/// <summary>A page that asks whose a site is.</summary>
internal interface IOwnerForm
{
    OwnerInput Owner { get; }

    IReadOnlyList<Agency> Agencies { get; }
}
