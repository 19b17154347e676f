using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Merging;
using PhuSa.Cooperatives.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>A merge of two organisations without a file.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MergedOrganisationModel(MergeRecords records, RegistryDesk desk, OrganisationMergeDesk merging, Texts text) : MergedPage(records, desk, text)
{
    public override string Home => OrganisationRow.OfficeAddress;

    public override string HomeName => "Tổ chức";

    protected override bool IsOfFiles => false;

    protected override async Task<(int Version, FileValues Values)?> StandsAsync(CancellationToken cancellationToken) =>
        await merging.FindAsync(Merge.KeptCode, cancellationToken) is { } kept ? (0, OrganisationMergeDesk.ValuesOf(kept)) : null;

    protected override Task UndoAsync(string why, CancellationToken cancellationToken) => merging.UndoAsync(Merge, why, cancellationToken);
}
