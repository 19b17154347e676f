using PhuSa.Cooperatives.Directory;

namespace PhuSa.Cooperatives.OpenData;

/// <summary>What the register may be narrowed by, by the names that the directory's pages use.</summary>
/// <param name="Meaning">Vietnamese, a key of the module's English table.</param>
/// <param name="Values">What it takes beside words; empty where any words are looked for.</param>
internal sealed record OpenFilter(string Name, string Meaning, IReadOnlyList<string> Values);

/// <summary>The filters in the data dictionary.</summary>
internal static class OpenFilters
{
    public const string Summary =
        "The filters of the directory's pages narrow it further, each beside the others: noi (a place, old or new), xa (code of a present commune, or khong-ro), linh-vuc (nong-nghiep, cong-nghiep, tai-chinh, dich-vu or khong-ro), san-pham (a product), htx (one cooperative by its slug). loai says which kinds: hop-tac-xa (cooperatives, where it is left out), lien-hiep (unions), to-hop-tac (groups), quy-tin-dung (credit funds), tat-ca (all).";

    public static IReadOnlyList<OpenFilter> All { get; } =
    [
        new(DirectoryFilter.WordsKey, "Chữ trong tên nay và trước đây, nơi đã công bố, nhãn hiệu, sản phẩm; có dấu hay không dấu", []),
        new(DirectoryFilter.PlaceKey, "Nơi đã công bố, tên cũ hoặc mới", []),
        new(DirectoryFilter.CommuneKey, "Mã xã, phường hiện nay; khong-ro là các hợp tác xã chưa rõ xã, phường", [DirectoryFilter.Untold]),
        new(DirectoryFilter.SectorKey, "Lĩnh vực, chỉ của hợp tác xã đồng ý cho công khai; khong-ro là các hợp tác xã còn lại", [.. DirectoryFilter.Sectors.Select(sector => sector.Word), DirectoryFilter.Untold]),
        new(DirectoryFilter.ProductKey, "Sản phẩm nêu trong hồ sơ hợp tác xã và hồ sơ nhãn hiệu, chứng nhận đã công khai", []),
        new(OpenKinds.Key, "Loại hình, khi hỏi từng trang và khi tải tệp CSV, JSON; không ghi thì chỉ gồm hợp tác xã", [.. OpenKinds.All.Select(kinds => kinds.Word)]),
        new(DirectoryFilter.OnlyKey, "Riêng một hợp tác xã, theo phần cuối địa chỉ trang của nó", []),
    ];
}
