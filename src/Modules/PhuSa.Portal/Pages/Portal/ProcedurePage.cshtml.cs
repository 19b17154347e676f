using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>An administrative procedure.</summary>
internal sealed class ProcedurePageModel(AppDbContext db, KeptSites sites, News news, ArticleShowing showing, IEnumerable<IFormerAddresses> former, TimeProvider clock)
    : ArticlePageModel(db, sites, news, showing, former, clock);
