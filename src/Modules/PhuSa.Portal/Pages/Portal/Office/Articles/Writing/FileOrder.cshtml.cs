using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Web;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

/// <summary>
/// In which order the pictures and the files of the text follow one another. Buttons that send the form move a row, so it needs neither script nor a mouse;
/// saving the order makes one version, however often rows were moved.
/// </summary>
internal sealed class FileOrderModel(EditorialDesk desk, Texts text) : AroundTextPage(desk, text)
{
    public const string Save = "luu";
    public const string Up = "len-";
    public const string Down = "xuong-";

    /// <summary>Which button was pressed; whatever is not known saves.</summary>
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public List<Guid> Pictures { get; set; } = [];

    [BindProperty]
    public List<Guid> Attachments { get; set; } = [];

    /// <returns>What readers are told of the file.</returns>
    public string NameOf(Guid fileId) =>
        Hand.Content.Extras.Images.FirstOrDefault(image => image.FileId == fileId)?.Alt
        ?? Hand.Content.Extras.Attachments.FirstOrDefault(attachment => attachment.FileId == fileId)?.Title
        ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken) || IsWithdrawn)
        {
            return NotFound();
        }

        From = Hand.Article.LatestVersion;
        Gather();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (IsMoved(Up, -1) || IsMoved(Down, 1))
        {
            Gather();
            return Page();
        }

        // A refusal shows the page, and the page shows only what the text has.
        var extras = Hand.Content.Extras.InOrder(Pictures, Attachments);
        Gather();
        RequireStanding();
        return await SavedAsync(extras, cancellationToken);
    }

    protected override void Gather()
    {
        var extras = Hand.Content.Extras;
        Pictures = Merged(Pictures, [.. extras.Images.Select(image => image.FileId)]);
        Attachments = Merged(Attachments, [.. extras.Attachments.Select(attachment => attachment.FileId)]);
    }

    /// <summary>As it was put in order, without what has gone; what has come stands last.</summary>
    private static List<Guid> Merged(List<Guid> told, List<Guid> held) => [.. told.Where(held.Contains).Concat(held).Distinct()];

    private bool IsMoved(string move, int by)
    {
        if (Do is null || !Do.StartsWith(move, StringComparison.Ordinal) || !Guid.TryParseExact(Do.AsSpan(move.Length), "D", out var file))
        {
            return false;
        }

        foreach (var list in new[] { Pictures, Attachments })
        {
            var at = list.IndexOf(file);
            var there = at + by;
            if (at >= 0 && there >= 0 && there < list.Count)
            {
                (list[at], list[there]) = (list[there], list[at]);
            }
        }

        return true;
    }
}
