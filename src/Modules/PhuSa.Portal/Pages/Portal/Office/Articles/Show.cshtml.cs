using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.TagHelpers;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Revisions;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Articles;

/// <summary>A saved version as a line of the list.</summary>
internal sealed record VersionLine(int Number, string By, DateTime At, int? RestoredFrom, bool WasPublished);

/// <summary>Something the person may do now, on a page of its own.</summary>
internal sealed record NextAction(string Name, string Page, string Look);

/// <summary>One article: where it is, what may be done, every version and step.</summary>
internal sealed class ShowModel(AppDbContext db, EditorialDesk desk, ArticleReach reach, LegalTwins twins, KeptSites sites, Texts text) : ArticleOfficePage(desk, PublishingRights.Read)
{
    public const int PageSize = 20;

    private static readonly (RevisionAction Action, string Name, string Page, string Look, Right Right)[] Moves =
    [
        (RevisionAction.SendForReview, "Gửi biên tập", "gui-bien-tap", "btn-primary", PublishingRights.Write),
        (RevisionAction.Review, "Biên tập xong", "bien-tap-xong", "btn-primary", PublishingRights.Review),
        (RevisionAction.Return, "Trả lại người viết", "tra-lai", "btn-quiet", PublishingRights.Review),
        (RevisionAction.SendForPublishing, "Trình duyệt đăng", "trinh-duyet", "btn-primary", PublishingRights.Write),
        (RevisionAction.Publish, "Duyệt đăng", "duyet-dang", "btn-primary", PublishingRights.Publish),
        (RevisionAction.Refuse, "Không duyệt đăng", "khong-duyet", "btn-quiet", PublishingRights.Publish),
        (RevisionAction.TakeApprovalBack, "Rút duyệt", "rut-duyet", "btn-danger", PublishingRights.Publish),
        (RevisionAction.WithdrawApproval, "Rút duyệt", "rut-duyet", "btn-danger", PublishingRights.Publish),
    ];

    private HashSet<SiteTheme> _bodies = [];
    private HashSet<SiteTheme> _standsOn = [];
    private SiteDirectory _directory = SiteDirectory.Empty;

    [FromQuery(Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public DateTime Now => Desk.Now;

    public int Number { get; private set; } = 1;

    public int VersionCount => Hand.Article.LatestVersion;

    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public IReadOnlyList<string> Categories { get; private set; } = [];

    public IReadOnlyList<NextAction> Actions { get; private set; } = [];

    /// <summary>How many pictures of the text were not taken as it was saved just now; null where it was not saved just now.</summary>
    public int? LeftOut { get; private set; }

    public bool NeedsBoth { get; private set; }

    /// <summary>Other documents of the library with this one's number.</summary>
    public IReadOnlyList<LegalTwin> Twins { get; private set; } = [];

    /// <summary>The names of the sites on which it stands first today, each with the last day.</summary>
    public IReadOnlyList<(string Site, DateOnly Until)> Pins { get; private set; } = [];

    /// <summary>On the article's home, absolute: an officer of the one body reads the other's site too.</summary>
    public string PublicAddress { get; private set; } = "";

    public int CompareFrom => Hand.Article.LiveVersion is { } live && live < Hand.Article.LatestVersion ? live : Math.Max(1, Hand.Article.LatestVersion - 1);

    public bool MayRestore => Hand.Article.Status != ArticleStatus.Withdrawn && Hand.Revision?.Status != RevisionStatus.Scheduled && May(PublishingRights.Write);

    /// <summary>The reason of the last return or refusal, while it is still to be mended.</summary>
    public string? LastWord => Hand.Revision is { Status: RevisionStatus.Returned or RevisionStatus.Refused } revision
        ? revision.Steps.OrderBy(step => step.At).ThenBy(step => step.Id).LastOrDefault(step => step.Why is not null)?.Why
        : null;

    public string WaitsFor => Hand switch
    {
        { Revision: { Status: RevisionStatus.Scheduled, PublishAt: { } at } } => text["Đã duyệt, sẽ đăng lúc {0}", Texts.Moment(at)],
        { Revision: { } revision } when RevisionFlow.Table[revision.Status].WaitsOn is { } whom => text["Đang chờ: {0}, từ {1}", text[whom], Texts.Moment(revision.Since)],
        { Article.Status: ArticleStatus.Withdrawn } => text["Bài đã gỡ khỏi trang"],
        { Article.Status: ArticleStatus.Published } => text["Không chờ ai"],
        _ => text["Bản nháp chưa gửi"],
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken)
            || !int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1
            || number > PagingTagHelper.Pages(VersionCount, PageSize))
        {
            return NotFound();
        }

        Number = number;
        LeftOut = SavedOnce.Take(TempData, Id);
        var directory = _directory = await sites.DirectoryAsync(cancellationToken);
        var placed = Hand.Content.Categories.Select(directory.Category).OfType<Category>().ToList();
        Categories = [.. placed.Select(category => $"{directory.WithCode(category.Site)?.Name}: {category.Title}")];
        var home = Hand.Article.Places.OrderBy(place => place.Position).Select(place => directory.Category(place.CategoryId)).OfType<Category>().FirstOrDefault();
        PublicAddress = (home is null ? "" : KeptSites.AddressOf(directory, directory.WithCode(home.Site)!, Request)) + Hand.Article.Address;
        var today = DateOnly.FromDateTime(VietnamTime.Local(Now));
        Pins = [.. Hand.Article.Pins.Where(pin => pin.Until >= today).Select(pin => (directory.WithCode(pin.Site)?.Name ?? pin.Site, pin.Until))];
        _bodies = await reach.BodiesAsync(Hand.Categories, cancellationToken);
        _standsOn = await reach.BodiesAsync(Hand.Article.Places.Select(place => place.CategoryId), cancellationToken);
        NeedsBoth = Hand.Revision is { } open ? (await reach.ApproversAsync(open, Hand.Article, cancellationToken)).All : Hand.Content.JointApproval;
        await HistoryAsync(cancellationToken);
        Twins = Hand.Content.Facts is LegalFacts legal && Hand.Article.Status != ArticleStatus.Withdrawn ? await twins.OfAsync(Id, legal, Desk.Person, cancellationToken) : [];
        Actions = [.. await ActionsAsync(cancellationToken)];
        return Page();
    }

    public string NameOf(SiteTheme body) => _directory.WithTheme(body)?.Name ?? "";

    private async Task HistoryAsync(CancellationToken cancellationToken)
    {
        var revisions = await db.Set<Revision>().AsNoTracking().AsSplitQuery().Where(r => r.ArticleId == Id).ToListAsync(cancellationToken);
        var published = revisions.Select(r => r.PublishedVersion).OfType<int>().ToHashSet();
        var versions = await db.Set<ArticleVersion>().Where(v => v.ArticleId == Id)
            .OrderByDescending(v => v.Number).Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(v => new { v.Number, v.By, v.At, v.RestoredFrom })
            .ToListAsync(cancellationToken);
        Versions = [.. versions.Select(v => new VersionLine(v.Number, v.By, v.At, v.RestoredFrom, published.Contains(v.Number)))];
        var own = Hand.Article.Steps.Where(step => step.Action is nameof(ArticleAction.Withdraw) or nameof(ArticleAction.Pin) or nameof(ArticleAction.Unpin));
        Steps = [.. revisions.SelectMany(r => r.Steps).Concat(own).OrderByDescending(step => step.At).ThenByDescending(step => step.Id)];
    }

    private async Task<List<NextAction>> ActionsAsync(CancellationToken cancellationToken)
    {
        var actions = new List<NextAction>();
        var (article, revision) = (Hand.Article, Hand.Revision);
        if (revision is not null)
        {
            var wrote = (await Desk.WritersAsync(article, cancellationToken)).Contains(Desk.Person.PersonId);
            actions.AddRange(Moves
                .Where(move => RevisionFlow.Table.Next(revision.Status, move.Action) is not null && May(move.Right) && !(wrote && IsForOthers(move.Action)))
                .Where(move => move.Action != RevisionAction.Publish || revision.Status == RevisionStatus.AwaitingPublishing)
                .Where(move => move.Action != RevisionAction.TakeApprovalBack || MyBodyApproved(revision))
                .Select(move => new NextAction(move.Name, move.Page, move.Look)));
        }

        if (MayRestore)
        {
            actions.Add(new("Sửa bài", "sua", "btn-quiet"));
            actions.Add(new("Ảnh và tệp", "tep", "btn-quiet"));
        }

        if (revision is not null && RevisionFlow.Table.Next(revision.Status, RevisionAction.Abandon) is not null && May(PublishingRights.Write))
        {
            actions.Add(new("Bỏ bản sửa", "bo-ban-sua", "btn-quiet"));
        }

        // Also while somebody is changing it: a bad text does not stay until they are done.
        if (article.Status == ArticleStatus.Published && _standsOn.Overlaps(PublishingRights.BodiesOf(Desk.Person, PublishingRights.Publish)))
        {
            if (article.Kind == ArticleKind.News && !article.IsExpired(Now))
            {
                actions.Add(new("Ghim đầu trang", "ghim", "btn-quiet"));
            }

            actions.Add(new("Gỡ bài", "go-bai", "btn-danger"));
        }

        return actions;
    }

    private bool MyBodyApproved(Revision revision)
    {
        var mine = PublishingRights.BodiesOf(Desk.Person, PublishingRights.Publish);
        return revision.Approvals.Any(approval => mine.Contains(approval.Body));
    }

    private static bool IsForOthers(RevisionAction action) => action is RevisionAction.Review or RevisionAction.Publish;

    private bool May(Right right) => _bodies.Overlaps(PublishingRights.BodiesOf(Desk.Person, right));
}
