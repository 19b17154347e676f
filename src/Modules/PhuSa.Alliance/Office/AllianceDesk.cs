using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Office;

/// <summary>What a page of the Alliance's office works with.</summary>
internal sealed class AllianceDesk(AppDbContext db, IOrganisations organisations, IAgencyPapers papers, ISignedIn signedIn, TimeProvider clock)
{
    public AppDbContext Db => db;

    public IOrganisations Organisations => organisations;

    public IAgencyPapers Papers => papers;

    public SignedIn Person => signedIn.Person!;

    public Actor By => Person.AsActor();

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => VietnamTime.Today(clock);

    public bool MayKeep => Person.May(AllianceRights.Keep);

    public bool MayDecide => Person.May(AllianceRights.Decide);

    /// <exception cref="RefusedException">Somebody else was first.</exception>
    public Task SaveAsync(CancellationToken cancellationToken) => db.SaveOrTellAsync(cancellationToken);

    /// <summary>One that merges into another while a form is open keeps its row, so a name is always there.</summary>
    public async Task<OrganisationFact> FactAsync(Guid organisationId, CancellationToken cancellationToken) =>
        (await organisations.OfAsync([organisationId], cancellationToken))[organisationId];
}
