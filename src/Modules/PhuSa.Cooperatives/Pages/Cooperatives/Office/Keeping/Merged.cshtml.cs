using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Merging;
using PhuSa.Cooperatives.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>A merge of two files of the register.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MergedModel(MergeRecords records, RegistryDesk desk, MergeDesk merging, Texts text) : MergedPage(records, desk, text)
{
    public override string Home => RegistryRights.Address;

    public override string HomeName => "Hợp tác xã";

    protected override bool IsOfFiles => true;

    protected override async Task<(int Version, FileValues Values)?> StandsAsync(CancellationToken cancellationToken) =>
        await Desk.FindAsync(Merge.KeptCode, cancellationToken) is { } kept ? (kept.Cooperative.Version, FileValues.Of(kept)) : null;

    protected override Task UndoAsync(string why, CancellationToken cancellationToken) => merging.UndoAsync(Merge, why, cancellationToken);
}
