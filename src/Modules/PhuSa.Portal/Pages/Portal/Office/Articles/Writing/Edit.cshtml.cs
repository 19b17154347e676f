using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

/// <summary>Saves a version. Whoever was overtaken sees both texts and loses nothing.</summary>
[RequestFormLimits(ValueCountLimit = MostValues)]
internal sealed class EditModel(AppDbContext db, EditorialDesk desk, ArticleForm form, KeptSites sites, IFiles files, Texts text) : WritingPage(desk, form, text)
{
    public override ArticleKind KindWritten => Hand.Article.Kind;

    public override bool ChangesPublished => Hand.Article.LiveVersion is not null || Hand.Article.Status == ArticleStatus.Published;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken) || Hand.Article.Status == ArticleStatus.Withdrawn)
        {
            return NotFound();
        }

        await Form.LoadAsync(Id, cancellationToken);
        Input = await Form.OfAsync(Hand.Content, Hand.Article.LatestVersion, cancellationToken);
        (Input.Minor, Input.ChangeNote) = (Hand.Revision?.Minor ?? false, Hand.Revision?.ChangeNote);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken))
        {
            return NotFound();
        }

        await Form.LoadAsync(Id, cancellationToken);
        if (await Form.ReadAsync(Id, Hand.Article.Kind, Input, ModelState, cancellationToken) is not { } content)
        {
            return WithStatus(StatusCodes.Status422UnprocessableEntity);
        }

        if (Hand.Article.Status == ArticleStatus.Withdrawn)
        {
            throw new RefusedException("Bài đã gỡ không sửa được nữa. Hãy viết bài mới.");
        }

        if (await Desk.SaveAsync(Hand, Input.From, content, Proposal(), cancellationToken) == SaveOutcome.Overtaken)
        {
            return await OvertakenAsync(content, cancellationToken);
        }

        SavedOnce.Keep(TempData, Id, PicturesLeftOut);
        return Redirect(Address);
    }

    private async Task<IActionResult> OvertakenAsync(ArticleContent mine, CancellationToken cancellationToken)
    {
        Hand = (await Desk.FindAsync(Id, cancellationToken))!;
        var article = Hand.Article;
        ModelState.Remove("Input.From");
        Input.From = article.LatestVersion;
        ModelState.AddModelError(string.Empty, Texts["{0} đã lưu bản {1} trong lúc bạn sửa. Xem hai nội dung bên dưới; chữ bạn viết vẫn còn trong biểu mẫu.", Hand.Latest?.By, article.LatestVersion]);
        Conflict = new(Texts["Bản {0}, {1}, {2}", article.LatestVersion, Hand.Latest?.By, Texts.Moment(article.ChangedAt)], Texts["Bản của bạn"], await DifferenceShown.PartsAsync(db, sites, files, Id, Hand.Content, mine, cancellationToken));
        return WithStatus(StatusCodes.Status409Conflict);
    }
}
