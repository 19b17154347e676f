using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>A page that is no news: functions, structure and the officials to turn to.</summary>
internal sealed class PlainPageModel(AppDbContext db, KeptSites sites, News news, ArticleShowing showing, IEnumerable<IFormerAddresses> former, TimeProvider clock)
    : ArticlePageModel(db, sites, news, showing, former, clock);
