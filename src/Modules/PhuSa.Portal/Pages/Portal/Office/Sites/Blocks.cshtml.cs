using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>Which blocks the home page shows, and in which order.</summary>
internal sealed class BlocksModel(SiteDesk desk, KeptSites sites, Texts text) : SiteRowsEditing<BlockRow>(desk, text)
{
    private SiteDirectory _directory = SiteDirectory.Empty;

    /// <summary>Where what stands in a block is edited: the address, the words, and what they speak of.</summary>
    public IReadOnlyList<(string Url, string Sentence, object Of)> PartsOf(HomeBlock block) => block switch
    {
        HomeBlock.Band =>
        [
            ($"{Address}/so-lieu", "{0} số liệu đang hiện", _directory.FiguresOf(Site.Code).Count()),
            ($"{Address}/lien-ket/dai", "{0} mục chữ đang hiện", _directory.Links(Site.Code, LinkArea.Band).Count()),
        ],
        HomeBlock.News => [($"{Address}/chuyen-muc", "Chuyên mục: {0}", Row([.. _directory.HomeCategoriesOf(Site.Code).Select(shown => shown.Category.Title)]) is { Length: > 0 } names ? names : Text["chưa có"])],
        _ => [($"{Address}/lien-ket/viec", "{0} liên kết đang hiện", _directory.Links(Site.Code, LinkArea.Home).Count())],
    };

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        _directory = await sites.DirectoryAsync(cancellationToken);
        return true;
    }

    protected override List<BlockRow> Stored() => Whole([.. Site.ShownBlocks.Select(block => new BlockRow { Block = block, Shown = true })]);

    protected override IEnumerable<(string Label, string? Words)> Told(IReadOnlyList<BlockRow> rows) =>
        [("Các khối ở trang chủ", Row([.. rows.Where(row => row.Shown).Select(row => HomeBlocks.NameOf(row.Block))]))];

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        Gather();
        return Task.CompletedTask;
    }

    protected override void Apply() => Site.Arrange(Rows.Where(row => row.Shown).Select(row => row.Block));

    /// <summary>Each block once: the form can neither add one nor lose one.</summary>
    protected override void Gather() => Rows = Whole(Rows);

    private static List<BlockRow> Whole(List<BlockRow> rows) =>
        [.. rows.Where(row => HomeBlocks.All.Contains(row.Block)).DistinctBy(row => row.Block), .. HomeBlocks.All.Where(block => rows.TrueForAll(row => row.Block != block)).Select(block => new BlockRow { Block = block })];
}

internal sealed class BlockRow
{
    public HomeBlock Block { get; set; }

    public bool Shown { get; set; }
}
