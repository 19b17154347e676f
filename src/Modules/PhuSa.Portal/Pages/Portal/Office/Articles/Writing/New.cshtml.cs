using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

/// <summary>The first save of an article.</summary>
[RequestFormLimits(ValueCountLimit = MostValues)]
internal sealed class NewModel(AppDbContext db, EditorialDesk desk, ArticleForm form, KeptSites sites, IFiles files, TimeProvider clock, Texts text) : WritingPage(desk, form, text)
{
    /// <summary>Made with the form, so that a form sent twice makes one article.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public ArticleKind Kind { get; set; }

    /// <summary>What is written, as the word that stands in the address.</summary>
    [FromQuery(Name = ArticleFilter.KindKey)]
    public string? KindWord { get; set; }

    public override ArticleKind KindWritten => Kind;

    public override bool ChangesPublished => false;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Kind = ArticleFilter.Kinds.GetValueOrDefault(KindWord ?? "");
        NewId = Guid.CreateVersion7(clock.GetUtcNow());
        await Form.LoadAsync(NewId, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Form.LoadAsync(NewId, cancellationToken);
        if (NewId == Guid.Empty || !ArticleKindWords.All.Contains(Kind))
        {
            return BadRequest();
        }

        if (await Form.ReadAsync(NewId, Kind, Input, ModelState, cancellationToken) is not { } content)
        {
            return WithStatus(StatusCodes.Status422UnprocessableEntity);
        }

        if (await Desk.BeginAsync(NewId, Kind, content, cancellationToken) != SaveOutcome.Overtaken)
        {
            SavedOnce.Keep(TempData, NewId, PicturesLeftOut);
            return Redirect(OfficeAddress.Of(NewId));
        }

        // The same form, sent again with another text: whoever went back in the browser loses nothing.
        if (await Desk.TakeAsync(NewId, PublishingRights.Write, cancellationToken) is not { } hand)
        {
            return NotFound();
        }

        SaveAt = hand.Address + "/sua";
        ModelState.Remove("Input.From");
        Input.From = hand.Article.LatestVersion;
        ModelState.AddModelError(string.Empty, Texts["Bài này đã được lưu với nội dung khác. Xem hai nội dung bên dưới rồi lưu lại; chữ bạn viết vẫn còn trong biểu mẫu."]);
        Conflict = new(Texts["Bản {0}, {1}, {2}", hand.Article.LatestVersion, hand.Latest?.By, Texts.Moment(hand.Article.ChangedAt)], Texts["Bản của bạn"], await DifferenceShown.PartsAsync(db, sites, files, NewId, hand.Content, content, cancellationToken));
        return WithStatus(StatusCodes.Status409Conflict);
    }
}
