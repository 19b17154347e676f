using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Directory;
using PhuSa.Cooperatives.OpenData;
using PhuSa.Platform.Maps;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Assets;

namespace PhuSa.Cooperatives.Pages.Cooperatives;

/// <summary>
/// The directory as a map: points drawn by us, the same as a list below, and an interactive map where a source of its ground is configured, loaded when
/// somebody asks for it.
/// </summary>
internal sealed class MapModel(CooperativeDirectory directory, MapSource source, AssetFiles assets, Texts text) : DirectoryPage(directory)
{
    public const string Address = IndexModel.Address + "/ban-do";
    private readonly CooperativeDirectory _directory = directory;

    public override string Root => Address;

    /// <summary>Null where no point is to be shown.</summary>
    public PointMap? Map { get; private set; }

    /// <summary>How many the filter finds, shown on the map or not.</summary>
    public int Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsRead())
        {
            return NotFound();
        }

        var points = await _directory.PointsAsync(Filter, cancellationToken);
        Total = points.Count;
        Lines = await _directory.LinesOfAsync([.. points.Skip((Number - 1) * PageSize).Take(PageSize).Select(point => point.Id)], cancellationToken);
        if (Number > 1 && Lines.Count == 0)
        {
            return NotFound();
        }

        Found = await _directory.CountAsync(Filter, cancellationToken);
        Map = points.Count == 0 ? null : PointMap.Of(
            new PointSketch([.. points.Select(point => point.OnMap)], await _directory.CommunesOnMapAsync(Filter, cancellationToken)),
            source,
            assets,
            text,
            text["Bản đồ hợp tác xã"],
            text["Bản vẽ vị trí của {0} hợp tác xã trên lưới kinh độ, vĩ độ; danh sách ở dưới", Total],
            Filter.At(CooperativeApi.Points));
        await CountAsync(onMap: true, cancellationToken);
        if (source.IsThere)
        {
            Response.Headers.ContentSecurityPolicy = source.Policy(Response.Headers.ContentSecurityPolicy.ToString());
        }

        return Page();
    }
}
