using PhuSa.Marks.Checking;
using PhuSa.Marks.Office;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Register;

/// <summary>How the public list puts the rights of all marks together.</summary>
internal enum RightsGrouping
{
    ByHolder,
    ByProduct,
}

/// <summary>One right under its holder, or under its product.</summary>
internal sealed record BookLine(Holder Holder, GrantLine Grant)
{
    /// <summary>Root-relative address of its check page.</summary>
    public string Check => CheckAddress.Of(Grant.CheckCode);
}

/// <summary>The rights of all certification marks for the public, by whoever has them or by what they are for.</summary>
internal sealed class RightsBook(GrantList list, HolderNames holders)
{
    /// <returns>In Vietnamese order of the groups and within each.</returns>
    public async Task<IReadOnlyList<IGrouping<string, BookLine>>> OfAsync(RightsGrouping grouping, GrantFilter filter, CancellationToken cancellationToken)
    {
        var grants = filter.Among(await list.AllAsync(cancellationToken), list.Today).ToList();
        var names = await holders.OfAsync(grants.Select(grant => grant.Holder.Id), cancellationToken);
        var byHolder = grouping == RightsGrouping.ByHolder;
        return
        [
            .. grants.Select(grant => new BookLine(names[grant.Holder.Id], grant))
                .OrderBy(line => byHolder ? line.Holder.Name : line.Grant.Product, VietnameseOrder.Instance)
                .ThenBy(line => byHolder ? line.Grant.Product : line.Holder.Name, VietnameseOrder.Instance)
                .ThenBy(line => line.Check, StringComparer.Ordinal)
                .GroupBy(line => byHolder ? line.Holder.Id.ToString() : SearchText.Fold(line.Grant.Product), StringComparer.Ordinal),
        ];
    }
}
