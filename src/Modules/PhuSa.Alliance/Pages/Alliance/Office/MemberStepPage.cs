using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office;

/// <summary>A page that takes one step with the membership of an organisation.</summary>
internal abstract class MemberStepPage(AllianceDesk desk, MemberBook book, Texts text) : AllianceStepPage(desk, text)
{
    [FromRoute]
    public string Code { get; set; } = "";

    public OrganisationRow Organisation { get; private set; } = null!;

    public override string Address => AllianceRights.OfMember(Organisation.Code);

    protected MembershipHistory History { get; private set; } = null!;

    /// <summary>Null while nothing is on record beside the decisions that admitted it.</summary>
    protected Membership? Record { get; set; }

    /// <summary>Zero while nothing is on record.</summary>
    protected override int VersionNow => Record is null ? 0 : Record.Version + 1;

    protected override string Standing => MemberFilter.WordOf(MemberFilter.LineOf(new MemberFile(Organisation, History, null), Today).StateWord);

    protected override IReadOnlyList<Step> Taken => Record?.Steps ?? [];

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await Desk.Organisations.Rows.SingleOrDefaultAsync(o => o.Code == Code, cancellationToken) is not { } organisation || await book.OfAsync(organisation.Id, cancellationToken) is not { } file)
        {
            return false;
        }

        (Organisation, History) = (organisation, file.History);
        Record = await Desk.Db.Set<Membership>().AsSplitQuery().SingleOrDefaultAsync(m => m.Id == organisation.Id, cancellationToken);
        return true;
    }
}
